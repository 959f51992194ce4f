"""Work plans of Chinese trade unions as data."""
