"""``plan-office``: plans in a database, from the command line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from unionkit import Kit
from unionkit.errors import UnionkitError
from unionkit.rules import Severity

from .store import PlanStore

_DATABASE = click.option("--database", default="plans.db", type=click.Path(dir_okay=False, path_type=Path))


@click.group()
def main() -> None:
    """Keep work plans, and see what falls on a day."""


@main.command()
@click.argument("id")
@click.argument("file", type=click.Path(path_type=Path))
@_DATABASE
def add(id: str, file: Path, database: Path) -> None:  # noqa: A002 -- the word of the field
    """Check a plan file and store it; one with errors is refused."""
    kit = Kit()
    try:
        plan = kit.load(file)
        report = kit.check(plan)
    except UnionkitError as error:
        raise click.ClickException(error.message(kit.lang)) from error
    for finding in report:
        if finding.severity is not Severity.INFO:
            click.echo(f"{finding.place}: {finding.code} {finding.message(kit.lang)}")
    if any(finding.severity is Severity.ERROR for finding in report):
        raise click.ClickException("计划有错误，没有存入。")
    try:
        with PlanStore(database) as store:
            store.add(id, plan.plan)
    except (KeyError, ValueError) as error:
        raise click.ClickException(f"编号“{id}”已经有了，或者是空的。") from error
    click.echo(f"已存入 {id}")


@main.command()
@click.argument("day", type=click.DateTime(["%Y-%m-%d"]))
@_DATABASE
def on(day: dt.datetime, database: Path) -> None:
    """List what falls on a day."""
    with PlanStore(database) as store:
        for id, title in store.on(day.date(), Kit()):  # noqa: A001 -- as above
            click.echo(f"{id}  {title}")
