"""
What SARIF 2.1.0 asks of the objects that unionkit writes, as a JSON Schema.

Written by hand after the specification (OASIS, SARIF 2.1.0 with errata 01): names, types, required keys and bounds of
these objects, and no keys beside them, as in the public schema. It is a subset: objects that unionkit does not write are
not here.
"""

from __future__ import annotations

from typing import Any


def _object(required: list[str], **keys: Any) -> dict[str, Any]:
    return {"type": "object", "properties": keys, "required": required, "additionalProperties": False}


def _list(of: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": of, **more}


TEXT = {"type": "string"}
NUMBER = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LANGUAGE = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}
URI = {"type": "string", "format": "uri-reference", "pattern": r"^[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+$"}
BAG = {"type": "object", "properties": {"tags": _list(TEXT, uniqueItems=True)}}
MESSAGE = {**_object([], text=TEXT, id=TEXT), "anyOf": [{"required": ["text"]}, {"required": ["id"]}]}
MULTIFORMAT = _object(["text"], text=TEXT, markdown=TEXT)
REGION = _object([], startLine=NUMBER, startColumn=NUMBER, endLine=NUMBER, endColumn=NUMBER)
ARTIFACT = _object([], uri=URI, uriBaseId=TEXT, index={"type": "integer", "minimum": -1})
CONTENT = _object([], text=TEXT)
LOCATION = _object(
    [],
    id={"type": "integer", "minimum": -1},
    physicalLocation={
        **_object([], artifactLocation=ARTIFACT, region=REGION),
        "anyOf": [{"required": ["artifactLocation"]}, {"required": ["address"]}],
    },
    logicalLocations=_list(_object([], fullyQualifiedName=TEXT, name=TEXT, kind=TEXT), uniqueItems=True),
    message=MESSAGE,
)
REPLACEMENT = _object(["deletedRegion"], deletedRegion=REGION, insertedContent=CONTENT)
CHANGE = _object(
    ["artifactLocation", "replacements"],
    artifactLocation=ARTIFACT,
    replacements=_list(REPLACEMENT, minItems=1),
)
FIX = _object(
    ["artifactChanges"], description=MESSAGE, artifactChanges=_list(CHANGE, minItems=1, uniqueItems=True)
)
RESULT = _object(
    ["message"],
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=MESSAGE,
    locations=_list(LOCATION),
    relatedLocations=_list(LOCATION, uniqueItems=True),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    fixes=_list(FIX, uniqueItems=True),
)
RULE = _object(
    ["id"],
    id=TEXT,
    name=TEXT,
    shortDescription=MULTIFORMAT,
    fullDescription=MULTIFORMAT,
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=_object([], level=LEVEL, enabled={"type": "boolean"}),
    properties=BAG,
)
DRIVER = _object(["name"], name=TEXT, version=TEXT, language=LANGUAGE, rules=_list(RULE, uniqueItems=True))
RUN = _object(
    ["tool"],
    tool=_object(["driver"], driver=DRIVER),
    language=LANGUAGE,
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=_list(_object(["executionSuccessful"], executionSuccessful={"type": "boolean"})),
    results=_list(RESULT),
)
SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_object(
        ["version", "runs"],
        version={"const": "2.1.0"},
        runs=_list(RUN),
        **{"$schema": {"type": "string", "format": "uri"}},
    ),
}
