"""
The part of the WordprocessingML schema that we write, as tables.

From ECMA-376 part 1, annex A (`wml.xsd`, `dml-wordprocessingDrawing.xsd`, `dml-main.xsd`, `dml-picture.xsd`), the
transitional changes of part 4, part 2 for the package, and [MS-ODRAWXML] 2.x for text boxes. What is not here is a
problem to the checker even where the standard allows it: whoever writes a new element looks it up and adds it.

A type is a pair: its attributes, and its children in order. An attribute is ``name:simple-type``, with ``!`` where it is
required. A child is ``name=type`` (the type may be left out where it is called like the element) with ``?``, ``*``,
``+`` or ``{1,6}``; ``(a|b)*`` is a choice. In the types of Word both names are in its namespace unless they have a prefix;
elsewhere children have prefixes, and attributes without one are in no namespace.
"""

# ruff: noqa: ISC004 -- rows of tables: a long text is put together from several

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

PREFIXES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}

Fits: TypeAlias = Callable[[str], object]
"""Tells whether a text is a value of a simple type."""


def _pattern(pattern: str) -> Fits:
    return re.compile(pattern).fullmatch


def _one_of(words: str) -> Fits:
    return frozenset(words.split()).__contains__


def _between(least: int, most: int) -> Fits:
    return lambda text: re.fullmatch(r"-?\d+", text) and least <= int(text) <= most


_BORDERS = (
    "nil none single thick double dotted dashed dotDash dotDotDash triple thinThickSmallGap thickThinSmallGap"
)
_DIRECTIONS = "lrTb tbRl btLr lrTbV tbRlV tbLrV"

SIMPLE: Final[Mapping[str, Fits]] = {
    "String": lambda _text: True,
    "Filled": _pattern(r"\s*\S[\s\S]*"),
    "OnOff": _one_of("0 1 true false on off"),
    "Bool": _one_of("0 1 true false"),
    "Int": _between(-(2**31), 2**31 - 1),
    "UInt": _between(0, 2**32 - 1),
    # Word goes no further than 22 inches for anything on a page.
    "Twips": _between(0, 31680),
    "SignedTwips": _between(-31680, 31680),
    "HalfPoints": _between(1, 3276),
    "SignedHalfPoints": _between(-3276, 3276),
    "Chars": _between(-100_000, 100_000),
    "Eighths": _between(0, 96),
    "BorderSpace": _between(0, 31),
    "Level": _between(0, 9),
    "TextScale": _between(1, 600),
    "Emu": _between(-(2**53), 2**53),
    "Size": _between(0, 27_273_042_316_900),
    "Inset": _between(-(2**31), 2**31 - 1),
    "Hex1": _pattern("[0-9A-Fa-f]{2}"),
    "Hex2": _pattern("[0-9A-Fa-f]{4}"),
    "Hex4": _pattern("[0-9A-Fa-f]{8}"),
    "Panose": _pattern("[0-9A-Fa-f]{20}"),
    "Color": _pattern("auto|[0-9A-Fa-f]{6}"),
    "Rgb": _pattern("[0-9A-Fa-f]{6}"),
    "Lang": _pattern("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"),
    "Id": _pattern(r"[A-Za-z_][\w.-]*"),
    "Bookmark": _pattern(r"[^\W\d]\w{0,39}"),
    "Prefixes": _pattern(r"[A-Za-z]\w*( [A-Za-z]\w*)*"),
    "Space": _one_of("preserve default"),
    "Border": _one_of(_BORDERS),
    "Jc": _one_of("left center right both distribute start end"),
    "TableJc": _one_of("left center right start end"),
    "LineRule": _one_of("auto exact atLeast"),
    "Hint": _one_of("default eastAsia cs"),
    "Measure": _one_of("nil pct dxa auto"),
    "Layout": _one_of("fixed autofit"),
    "Merge": _one_of("restart continue"),
    "VerticalJc": _one_of("top center both bottom"),
    "Break": _one_of("page column textWrapping"),
    "FieldMark": _one_of("begin separate end"),
    "Section": _one_of("nextPage nextColumn continuous evenPage oddPage"),
    "Orient": _one_of("portrait landscape"),
    "Grid": _one_of("default lines linesAndChars snapToChars"),
    "Reference": _one_of("default even first"),
    "NumberFormat": _one_of(
        "decimal upperRoman lowerRoman upperLetter lowerLetter none chineseCountingThousand"
    ),
    "StyleType": _one_of("paragraph character table numbering"),
    "Family": _one_of("decorative modern roman script swiss auto"),
    "Pitch": _one_of("fixed variable default"),
    "SpacingControl": _one_of("doNotCompress compressPunctuation compressPunctuationAndJapaneseKana"),
    "TabJc": _one_of("clear left start center right end decimal bar num"),
    "Leader": _one_of("none dot hyphen underscore heavy middleDot"),
    "TextDirection": _one_of(_DIRECTIONS),
    "TextAlignment": _one_of("top center baseline bottom auto"),
    "Shading": _one_of("nil clear solid"),
    "HeightRule": _one_of("auto exact atLeast"),
    "Wrap": _one_of("auto notBeside around tight through none"),
    "HAnchor": _one_of("text margin page"),
    "XAlign": _one_of("left center right inside outside"),
    "YAlign": _one_of("inline top center bottom inside outside"),
    "Underline": _one_of("single words double none"),
    "VertAlign": _one_of("baseline superscript subscript"),
    "Theme": _one_of("0 1"),
    "RelativeH": _one_of("margin page column character leftMargin rightMargin insideMargin outsideMargin"),
    "RelativeV": _one_of("margin page paragraph line topMargin bottomMargin insideMargin outsideMargin"),
    "WrapText": _one_of("bothSides left right largest"),
    "Shape": _one_of("rect"),
    "Vert": _one_of("horz vert vert270 wordArtVert eaVert mongolianVert"),
    "BodyWrap": _one_of("none square"),
    "BodyAnchor": _one_of("t ctr b just dist"),
    "BlackWhite": _one_of("clr auto gray black white"),
    "Compression": _one_of("email screen print hqprint none"),
    "TargetMode": _one_of("Internal External"),
    "Pair": _pattern(r"\d+,\d+"),
    "Vml": _one_of("t f true false"),
    "DateType": _one_of("dcterms:W3CDTF"),
}

_PARAGRAPH_PROPERTIES = (
    "pStyle=Str? keepNext=OnOff? keepLines=OnOff? pageBreakBefore=OnOff? framePr? widowControl=OnOff?"
    " suppressLineNumbers=OnOff? pBdr? shd? tabs? suppressAutoHyphens=OnOff? kinsoku=OnOff? wordWrap=OnOff?"
    " overflowPunct=OnOff? topLinePunct=OnOff? autoSpaceDE=OnOff? autoSpaceDN=OnOff? bidi=OnOff? adjustRightInd=OnOff?"
    " snapToGrid=OnOff? spacing=LineSpacing? ind? contextualSpacing=OnOff? mirrorIndents=OnOff? suppressOverlap=OnOff?"
    " jc? textDirection? textAlignment? outlineLvl? divId=Int?"
)
_BLOCKS = "(p|tbl|sdt|bookmarkStart|bookmarkEnd)"
_INLINES = (
    "(r|hyperlink|bookmarkStart|bookmarkEnd|fldSimple|sdt=sdtRun|proofErr|mc:AlternateContent=AlternateInP)"
)
_RUN = (
    "(t=Text|br|tab=Empty|cr=Empty|fldChar|instrText=Text|drawing|noBreakHyphen=Empty|softHyphen=Empty|ptab|pict"
    "|lastRenderedPageBreak=Empty|mc:AlternateContent=AlternateInR)"
)
_EDGES = "top=Border? left=Border? start=Border? bottom=Border? right=Border? end=Border? insideH=Border? insideV=Border?"
_SIDES = "top=Width? left=Width? start=Width? bottom=Width? right=Width? end=Width?"
_STYLED_TABLE = (
    "tblStyleRowBandSize=Int? tblStyleColBandSize=Int? tblW=Width? jc=TableJc? tblCellSpacing=Width? tblInd=Width?"
    " tblBorders? shd? tblLayout? tblCellMar?"
)

Types: TypeAlias = Mapping[str, tuple[str, str]]

WORD: Final[Types] = {
    "Empty": ("", ""),
    "OnOff": ("val:OnOff", ""),
    "Str": ("val!:Filled", ""),
    "Int": ("val!:Int", ""),
    "AnyWords": ("val!:String", ""),
    "Text": ("xml:space:Space", "#text"),
    # document.xml, footers
    "document": ("mc:Ignorable:Prefixes", "body"),
    "body": ("", f"{_BLOCKS}* sectPr"),
    "ftr": ("mc:Ignorable:Prefixes", f"{_BLOCKS}+"),
    "hdr": ("mc:Ignorable:Prefixes", f"{_BLOCKS}+"),
    "p": ("", f"pPr? {_INLINES}*"),
    "pPr": ("", f"{_PARAGRAPH_PROPERTIES} cnfStyle? rPr? sectPr?"),
    "r": ("", f"rPr? {_RUN}*"),
    "rPr": (
        "",
        "rStyle=Str? rFonts? b=OnOff? bCs=OnOff? i=OnOff? iCs=OnOff? caps=OnOff? smallCaps=OnOff? strike=OnOff?"
        " dstrike=OnOff? outline=OnOff? shadow=OnOff? emboss=OnOff? imprint=OnOff? noProof=OnOff? snapToGrid=OnOff?"
        " vanish=OnOff? webHidden=OnOff? color? spacing=SignedTwips? w=TextScale? kern=HalfPoints0? position?"
        " sz=HalfPoints? szCs=HalfPoints? u? shd? fitText? vertAlign? rtl=OnOff? cs=OnOff? lang? eastAsianLayout?",
    ),
    "hyperlink": (
        "r:id:Id anchor:Bookmark history:OnOff tooltip:String tgtFrame:String docLocation:String",
        f"{_INLINES}*",
    ),
    "bookmarkStart": ("id!:Int name!:Bookmark colFirst:Int colLast:Int", ""),
    "bookmarkEnd": ("id!:Int", ""),
    "fldSimple": ("instr!:Filled dirty:OnOff fldLock:OnOff", f"{_INLINES}*"),
    "fldChar": ("fldCharType!:FieldMark dirty:OnOff fldLock:OnOff", ""),
    "proofErr": ("type!:String", ""),
    "br": ("type:Break clear:String", ""),
    "ptab": ("alignment!:TabJc relativeTo!:HAnchor leader!:Leader", ""),
    "sdt": ("", "sdtPr? sdtEndPr? sdtContent"),
    "sdtRun": ("", "sdtPr? sdtEndPr? sdtContent=sdtRunContent"),
    "sdtPr": ("", "(rPr|alias=Str|tag=Str|id=Int|lock=Str|docPartObj|showingPlcHdr=OnOff)*"),
    "sdtEndPr": ("", "rPr*"),
    "sdtContent": ("", f"{_BLOCKS}+"),
    "sdtRunContent": ("", f"{_INLINES}+"),
    "docPartObj": ("", "docPartGallery=Str? docPartCategory=Str? docPartUnique=OnOff?"),
    # properties of paragraphs and runs
    "framePr": (
        "dropCap:String lines:Int w:Twips h:Twips vSpace:Twips hSpace:Twips wrap:Wrap hAnchor:HAnchor vAnchor:HAnchor"
        " x:SignedTwips xAlign:XAlign y:SignedTwips yAlign:YAlign hRule:HeightRule anchorLock:OnOff",
        "",
    ),
    "pBdr": ("", "top=Border? left=Border? bottom=Border? right=Border? between=Border? bar=Border?"),
    "tabs": ("", "tab=TabStop+"),
    "TabStop": ("val!:TabJc pos!:SignedTwips leader:Leader", ""),
    "LineSpacing": (
        "before:Twips beforeLines:Int beforeAutospacing:OnOff after:Twips afterLines:Int afterAutospacing:OnOff"
        " line:SignedTwips lineRule:LineRule",
        "",
    ),
    "ind": (
        "left:SignedTwips leftChars:Chars right:SignedTwips rightChars:Chars start:SignedTwips startChars:Chars"
        " end:SignedTwips endChars:Chars hanging:Twips hangingChars:Chars firstLine:Twips firstLineChars:Chars",
        "",
    ),
    "jc": ("val!:Jc", ""),
    "textDirection": ("val!:TextDirection", ""),
    "textAlignment": ("val!:TextAlignment", ""),
    "outlineLvl": ("val!:Level", ""),
    "cnfStyle": ("val:String firstRow:OnOff lastRow:OnOff", ""),
    "rFonts": ("hint:Hint ascii:Filled hAnsi:Filled eastAsia:Filled cs:Filled", ""),
    "color": ("val!:Color", ""),
    "SignedTwips": ("val!:SignedTwips", ""),
    "TextScale": ("val:TextScale", ""),
    "HalfPoints": ("val!:HalfPoints", ""),
    "HalfPoints0": ("val!:SignedHalfPoints", ""),
    "position": ("val!:SignedHalfPoints", ""),
    "u": ("val:Underline color:Color", ""),
    "shd": ("val!:Shading color:Color fill:Color", ""),
    "fitText": ("val!:Twips id:Int", ""),
    "vertAlign": ("val!:VertAlign", ""),
    "lang": ("val:Lang eastAsia:Lang bidi:Lang", ""),
    "eastAsianLayout": ("id:Int combine:OnOff vert:OnOff vertCompress:OnOff", ""),
    # sections
    "sectPr": (
        "",
        "(headerReference=Reference|footerReference=Reference){0,6} type=SectionType? pgSz? pgMar? pgNumType? cols?"
        " vAlign=VerticalJc? noEndnote=OnOff? titlePg=OnOff? textDirection? bidi=OnOff? rtlGutter=OnOff? docGrid?",
    ),
    "Reference": ("type!:Reference r:id!:Id", ""),
    "SectionType": ("val:Section", ""),
    "pgSz": ("w!:Twips h!:Twips orient:Orient code:Int", ""),
    "pgMar": (
        "top!:SignedTwips right!:Twips bottom!:SignedTwips left!:Twips header!:Twips footer!:Twips gutter!:Twips",
        "",
    ),
    "pgNumType": ("fmt:NumberFormat start:Int", ""),
    "cols": ("num:Int space:Twips equalWidth:OnOff sep:OnOff", ""),
    "VerticalJc": ("val!:VerticalJc", ""),
    "docGrid": ("type:Grid linePitch:Int charSpace:Int", ""),
    # tables
    "tbl": ("", "tblPr tblGrid tr+"),
    "tblPr": (
        "",
        f"tblStyle=Str? tblOverlap=Str? bidiVisual=OnOff? {_STYLED_TABLE} tblLook? tblCaption=AnyWords? tblDescription=AnyWords?",
    ),
    "StyledTblPr": ("", _STYLED_TABLE),
    "Width": ("w!:SignedTwips type!:Measure", ""),
    "TableJc": ("val!:TableJc", ""),
    "tblBorders": ("", _EDGES),
    "Border": ("val!:Border sz:Eighths space:BorderSpace color:Color shadow:OnOff frame:OnOff", ""),
    "tblLayout": ("type!:Layout", ""),
    "tblCellMar": ("", _SIDES),
    "tblLook": (
        "val:Hex2 firstRow:OnOff lastRow:OnOff firstColumn:OnOff lastColumn:OnOff noHBand:OnOff noVBand:OnOff",
        "",
    ),
    "tblGrid": ("", "gridCol+"),
    "gridCol": ("w!:Twips", ""),
    "tr": ("", "trPr? tc+"),
    "trPr": (
        "",
        "(cnfStyle|gridBefore=Int|gridAfter=Int|wBefore=Width|wAfter=Width|cantSplit=OnOff|trHeight|tblHeader=OnOff"
        "|jc=TableJc|hidden=OnOff)*",
    ),
    "trHeight": ("val:Twips hRule:HeightRule", ""),
    "tc": ("", f"tcPr? {_BLOCKS}+"),
    "tcPr": (
        "",
        "cnfStyle? tcW=Width? gridSpan=Int? vMerge? tcBorders? shd? noWrap=OnOff? tcMar=tblCellMar? textDirection?"
        " tcFitText=OnOff? vAlign=VerticalJc? hideMark=OnOff?",
    ),
    "vMerge": ("val:Merge", ""),
    "tcBorders": ("", _EDGES + " tl2br=Border? tr2bl=Border?"),
    # styles.xml
    "styles": ("mc:Ignorable:Prefixes", "docDefaults? latentStyles? style*"),
    "docDefaults": ("", "rPrDefault? pPrDefault?"),
    "rPrDefault": ("", "rPr?"),
    "pPrDefault": ("", "pPr=StyledPPr?"),
    "StyledPPr": ("", _PARAGRAPH_PROPERTIES),
    "latentStyles": (
        "defLockedState:OnOff defUIPriority:Int defSemiHidden:OnOff defUnhideWhenUsed:OnOff defQFormat:OnOff count:Int",
        "lsdException*",
    ),
    "lsdException": (
        "name!:Filled locked:OnOff uiPriority:Int semiHidden:OnOff unhideWhenUsed:OnOff qFormat:OnOff",
        "",
    ),
    "style": (
        "type!:StyleType styleId!:Filled default:OnOff customStyle:OnOff",
        "name=Str aliases=Str? basedOn=Str? next=Str? link=Str? autoRedefine=OnOff? hidden=OnOff? uiPriority=Int?"
        " semiHidden=OnOff? unhideWhenUsed=OnOff? qFormat=OnOff? locked=OnOff? rsid=Str? pPr=StyledPPr? rPr?"
        " tblPr=StyledTblPr? trPr? tcPr? tblStylePr*",
    ),
    "tblStylePr": ("type!:String", "pPr=StyledPPr? rPr? tblPr=StyledTblPr? trPr? tcPr?"),
    # fontTable.xml
    "fonts": ("mc:Ignorable:Prefixes", "font*"),
    "font": (
        "name!:Filled",
        "altName=Str? panose1? charset? family? notTrueType=OnOff? pitch? sig?",
    ),
    "panose1": ("val!:Panose", ""),
    "charset": ("val:Hex1 characterSet:String", ""),
    "family": ("val!:Family", ""),
    "pitch": ("val!:Pitch", ""),
    "sig": ("usb0!:Hex4 usb1!:Hex4 usb2!:Hex4 usb3!:Hex4 csb0!:Hex4 csb1!:Hex4", ""),
    # settings.xml
    "settings": (
        "mc:Ignorable:Prefixes",
        "view=Str? zoom? removePersonalInformation=OnOff? removeDateAndTime=OnOff? embedTrueTypeFonts=OnOff?"
        " mirrorMargins=OnOff? alignBordersAndEdges=OnOff? bordersDoNotSurroundHeader=OnOff?"
        " bordersDoNotSurroundFooter=OnOff? hideSpellingErrors=OnOff? hideGrammaticalErrors=OnOff? defaultTabStop=Int?"
        " autoHyphenation=OnOff? defaultTableStyle=Str? evenAndOddHeaders=OnOff? drawingGridHorizontalSpacing=Int?"
        " drawingGridVerticalSpacing=Int? displayHorizontalDrawingGridEvery=Int? displayVerticalDrawingGridEvery=Int?"
        " noPunctuationKerning=OnOff? characterSpacingControl? strictFirstAndLastChars=OnOff? noLineBreaksAfter=LineBreaks?"
        " noLineBreaksBefore=LineBreaks? updateFields=OnOff? compat? themeFontLang=lang? decimalSymbol=Str?"
        " listSeparator=Str?",
    ),
    "zoom": ("val:String percent!:Int", ""),
    "characterSpacingControl": ("val!:SpacingControl", ""),
    "LineBreaks": ("lang!:Lang val!:Filled", ""),
    "compat": (
        "",
        "spaceForUL=OnOff? balanceSingleByteDoubleByteWidth=OnOff? ulTrailSpace=OnOff? doNotExpandShiftReturn=OnOff?"
        " adjustLineHeightInTable=OnOff? useFELayout=OnOff? compatSetting*",
    ),
    "compatSetting": ("name!:Filled uri!:Filled val!:Filled", ""),
    # drawings
    "drawing": ("", "(wp:inline|wp:anchor){1,1}"),
    "txbxContent": ("", f"{_BLOCKS}+"),
    "pict": ("", "(v:rect=VmlShape|v:shape=VmlShape){1,1}"),
}


def _with_prefix(choice: str) -> str:
    return re.sub(r"(?<=[(|])(?=\w+[=|)])", "w:", choice)


_ANCHORED = "wp:docPr wp:cNvGraphicFramePr? a:graphic"
_SHAPE = "a:xfrm? a:prstGeom? a:noFill=Nothing? a:solidFill? a:ln?"

DRAWING: Final[Types] = {
    # ECMA-376 part 3, markup compatibility
    "AlternateInP": ("", "mc:Choice=ChoiceInP+ mc:Fallback=FallbackInP?"),
    "ChoiceInP": ("Requires!:Prefixes", f"{_with_prefix(_INLINES)}*"),
    "FallbackInP": ("", f"{_with_prefix(_INLINES)}*"),
    "AlternateInR": ("", "mc:Choice=ChoiceInR+ mc:Fallback=FallbackInR?"),
    "ChoiceInR": ("Requires!:Prefixes", f"{_with_prefix(_RUN)}*"),
    "FallbackInR": ("", f"{_with_prefix(_RUN)}*"),
    "Nothing": ("", ""),
    "inline": (
        "distT:UInt distB:UInt distL:UInt distR:UInt",
        f"wp:extent=Extent wp:effectExtent? {_ANCHORED}",
    ),
    "anchor": (
        "distT:UInt distB:UInt distL:UInt distR:UInt simplePos:Bool relativeHeight!:UInt behindDoc!:Bool locked!:Bool"
        " layoutInCell!:Bool hidden:Bool allowOverlap!:Bool",
        "wp:simplePos=Point wp:positionH wp:positionV wp:extent=Extent wp:effectExtent?"
        f" (wp:wrapNone=Nothing|wp:wrapSquare|wp:wrapTopAndBottom){{1,1}} {_ANCHORED}",
    ),
    "Point": ("x!:Emu y!:Emu", ""),
    "Extent": ("cx!:Size cy!:Size", ""),
    "effectExtent": ("l!:Emu t!:Emu r!:Emu b!:Emu", ""),
    "positionH": ("relativeFrom!:RelativeH", "(wp:align=Word|wp:posOffset=Word){1,1}"),
    "positionV": ("relativeFrom!:RelativeV", "(wp:align=Word|wp:posOffset=Word){1,1}"),
    "Word": ("", "#text"),
    "wrapSquare": ("wrapText!:WrapText distT:UInt distB:UInt distL:UInt distR:UInt", ""),
    "wrapTopAndBottom": ("distT:UInt distB:UInt", ""),
    "docPr": ("id!:UInt name!:String descr:String hidden:Bool title:String", ""),
    "cNvGraphicFramePr": ("", "a:graphicFrameLocks=Locks?"),
    "Locks": ("noGrp:Bool noSelect:Bool noRot:Bool noChangeAspect:Bool noMove:Bool noResize:Bool", ""),
    "graphic": ("", "a:graphicData"),
    "graphicData": ("uri!:Filled", "(pic:pic|wps:wsp){1,1}"),
    "pic": ("", "pic:nvPicPr pic:blipFill pic:spPr=ShapeProperties"),
    "nvPicPr": ("", "pic:cNvPr=docPr pic:cNvPicPr"),
    "cNvPicPr": ("preferRelativeResize:Bool", "a:picLocks=Locks?"),
    "blipFill": ("dpi:UInt rotWithShape:Bool", "a:blip? a:srcRect=Rect? a:stretch?"),
    "blip": ("r:embed:Id r:link:Id cstate:Compression", ""),
    "Rect": ("l:Int t:Int r:Int b:Int", ""),
    "stretch": ("", "a:fillRect=Rect?"),
    "ShapeProperties": ("bwMode:BlackWhite", _SHAPE),
    "xfrm": ("rot:Int flipH:Bool flipV:Bool", "a:off=Point? a:ext=Extent?"),
    "prstGeom": ("prst!:Shape", "a:avLst=Nothing?"),
    "solidFill": ("", "a:srgbClr?"),
    "srgbClr": ("val!:Rgb", ""),
    "ln": ("w:Size", "a:noFill=Nothing? a:solidFill?"),
    "wsp": ("", "wps:cNvPr=docPr? wps:cNvSpPr wps:spPr=ShapeProperties wps:txbx? wps:bodyPr"),
    "cNvSpPr": ("txBox:Bool", "a:spLocks=Locks?"),
    "txbx": ("id:UInt", "w:txbxContent"),
    "bodyPr": (
        "rot:Int spcFirstLastPara:Bool vertOverflow:String horzOverflow:String vert:Vert wrap:BodyWrap lIns:Inset tIns:Inset"
        " rIns:Inset bIns:Inset numCol:UInt anchor:BodyAnchor anchorCtr:Bool rtlCol:Bool fromWordArt:Bool forceAA:Bool"
        " upright:Bool compatLnSpc:Bool",
        "a:noAutofit=Nothing? a:spAutoFit=Nothing?",
    ),
    "VmlShape": (
        "id:Id style!:Filled stroked:Vml filled:Vml alt:String coordsize:Pair path:String o:spid:Id",
        "v:textbox?",
    ),
    "textbox": ("style:String inset:String", "w:txbxContent"),
}

PACKAGE: Final[Types] = {
    "Types": ("", "(ct:Default|ct:Override)*"),
    "Default": ("Extension!:Filled ContentType!:Filled", ""),
    "Override": ("PartName!:Filled ContentType!:Filled", ""),
    "Relationships": ("", "rel:Relationship*"),
    "Relationship": ("Id!:Id Type!:Filled Target!:Filled TargetMode:TargetMode", ""),
    "coreProperties": (
        "",
        "(dc:title=Words|dc:subject=Words|dc:creator=Words|cp:keywords=Words|dc:description=Words|cp:lastModifiedBy=Words"
        "|cp:revision=Words|cp:category=Words|cp:contentStatus=Words|dc:language=Words|dc:identifier=Words|cp:version=Words"
        "|dcterms:created=Date|dcterms:modified=Date)*",
    ),
    "Words": ("", "#text"),
    "Date": ("xsi:type!:DateType", "#text"),
    "Properties": (
        "",
        "(ep:Application=Words|ep:AppVersion=Words|ep:Company=Words|ep:Template=Words|ep:Pages=Words|ep:DocSecurity=Words)*",
    ),
}

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED: Final = "http://schemas.openxmlformats.org/package/2006"
MAIN: Final = "application/vnd.openxmlformats-officedocument"

PARTS: Final[Mapping[str, tuple[str, str]]] = {
    f"{OFFICE}/officeDocument": ("w:document", f"{MAIN}.wordprocessingml.document.main+xml"),
    f"{OFFICE}/styles": ("w:styles", f"{MAIN}.wordprocessingml.styles+xml"),
    f"{OFFICE}/settings": ("w:settings", f"{MAIN}.wordprocessingml.settings+xml"),
    f"{OFFICE}/fontTable": ("w:fonts", f"{MAIN}.wordprocessingml.fontTable+xml"),
    f"{OFFICE}/footer": ("w:ftr", f"{MAIN}.wordprocessingml.footer+xml"),
    f"{OFFICE}/header": ("w:hdr", f"{MAIN}.wordprocessingml.header+xml"),
    f"{PACKED}/relationships/metadata/core-properties": (
        "cp:coreProperties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    f"{OFFICE}/extended-properties": ("ep:Properties", f"{MAIN}.extended-properties+xml"),
    f"{OFFICE}/image": ("", "image/"),
}
"""What a relationship of a type leads to: the root of the part, and its content type."""
