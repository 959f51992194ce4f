"""The Kit: it finds packs and plugins and offers load, read, check, compose and render."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from unionkit.document import (
    Document,
    Options,
    Paper,
    Scope,
    compose,
    compose_paper,
    compose_section,
    without_private,
)
from unionkit.errors import (
    EmptySourceError,
    PackFormatError,
    PaperAndSectionError,
    PaperFormatError,
    SectionFormatError,
    UnknownFormatError,
    UnknownPaperError,
    UnknownReaderError,
)
from unionkit.files import PlanFile, read_file, read_text_file, write_file
from unionkit.hookspecs import NEUTRAL, Pack
from unionkit.model import CORE_VOCABULARY, Paragraph, Plan

from ._account import checked
from ._installed import Installed
from ._layouts import layout_of, layout_of_paper
from ._packdata import DataClasses, typed_data
from ._pickle import reduced
from ._subject import Subject, places_of, plan_of

if TYPE_CHECKING:
    from unionkit.almanac import Entry
    from unionkit.document import Section
    from unionkit.files import Request
    from unionkit.hookspecs import Answer, Question
    from unionkit.readers import Reader, Reading
    from unionkit.renderers import Rendered, Renderer
    from unionkit.rules import Known, Report, Settings, Severity

    from ._fixing import Fixed
    from ._starters import Answers


@attrs.frozen(kw_only=True, eq=False)
class Kit(Installed):
    """
    Everything that is installed, ready to work with plans.

    A Kit never changes, may be shared between threads, and is pickled as its arguments. Two Kits do not disturb each
    other.

    Attributes:
        discover: Find installed packs and plugins by their entry points (group ``unionkit``).

        plugins: Further plugins: modules or objects that implement hooks.

        disabled: Names of plugins or distributions to leave out.

        strict: Raise when a plugin fails, instead of setting it aside; and ask for everything but commands at once.

        lang: Language of messages and of generated wording.

        templates: The user's own folder of templates. Its sections and layouts win over those of packs; a plan's own
            layout wins over them. It is read when the Kit is made, and again in each process to which the Kit is pickled.

        almanac: Festivals, seasons, school years, holidays and windows of the user's own, in addition to those of the
            core and the packs and winning over them: an almanac, or a file of almanac data, read when the Kit is made.

        law: Limits of the user's own, in addition to those of the core and the packs; the stricter applies: a law, or a
            parameter file, read when the Kit is made.

    Raises:
        ReadAccessError, NotUtf8Error, FileTooLargeError: The folder of templates, a file of it, the file of almanac
            data, or the parameter file cannot be read.
        AlmanacFileError, LawFileError: That file is not as it should be; the error lists every problem with its line and
            column.
        TemplateError: A layout of it, or the head of a template, says what it may not.
        NameClashError: Two plugins contribute the same name. (Rules and readers of the same name are refused when they
            are first needed, unless `strict` is true.)
        UnknownPluginError: `disabled` names a plugin that is not there.
        PluginError, UnknownHookError, IncompatiblePackError: A plugin failed, and `strict` is true.
    """

    def __reduce__(self) -> tuple[Callable[..., Kit], tuple[()]]:
        """Return what pickle rebuilds it from."""
        arguments = {field.name: getattr(self, field.name) for field in attrs.fields(Kit) if field.init}
        return reduced(Kit, arguments)

    # ------------------------------------------------------------ plans in

    def load(self, path: str | Path) -> PlanFile:
        """
        Load a plan file.

        Raises:
            ReadAccessError, FileTooLargeError, NotUtf8Error: It cannot be read.
            PlanFileError: It is no plan file; the error lists every problem with its line and column.
        """
        return self.loads(read_text_file(path), name=str(path))

    def loads(self, text: str, *, name: str = "-") -> PlanFile:
        """
        Load the text of a plan file; what stands under `data` is checked by the packs that understand it.

        Raises:
            PlanFileError: It is no plan file; the error lists every problem with its line and column.
        """
        return PlanFile.parse(text, name=name, data=DataClasses(self.packs))

    def read(self, path: str | Path, *, keep_noise: bool = False) -> Reading:
        """
        Read a plan from prose.

        Raises:
            ReadAccessError, FileTooLargeError, NotUtf8Error: It cannot be read.
            UnknownReaderError: No reader takes this kind of file.
        """
        reader = self.reader_of(path)
        return self._read(reader, read_file(path), name=str(path), keep_noise=keep_noise)

    def reads(
        self,
        source: str | bytes,
        *,
        name: str = "-",
        format: str = "txt",  # noqa: A002 -- the word of the field, and of the command line
        keep_noise: bool = False,
    ) -> Reading:
        """
        Read a plan from what is at hand: text, or the bytes of a file.

        Args:
            source: The text or bytes.

            name: Name of the source, for messages.

            format: Name of the reader.

            keep_noise: Leave in what websites left behind.

        Raises:
            UnknownReaderError: There is no such reader.
            EmptySourceError: There is nothing in it.
            NotUtf8Error: The text holds half a surrogate pair, or the bytes are no UTF-8.
        """
        if format not in self.readers:
            raise UnknownReaderError(format, tuple(self.readers))
        data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
        return self._read(self.readers[format], data, name=name, keep_noise=keep_noise)

    def _read(self, reader: Reader, data: bytes, *, name: str, keep_noise: bool) -> Reading:
        if not data.strip():
            raise EmptySourceError(name)
        with self._registry.blaming("unionkit_readers", reader, f"read {name}"):
            return reader.read(data, name=name, keep_noise=keep_noise)

    def new(
        self,
        pack: str,
        *,
        year: int,
        half: int | None = None,
        term: int | None = None,
        answers: Answers | None = None,
    ) -> str:
        """
        Return the text of a pack's starter plan.

        It is in the language of this Kit where the pack has it in that language, otherwise in Chinese.

        Args:
            pack: Name of the pack.

            year: The calendar year; with `term`, the year in which the school year begins.

            half: The half of the year, 1 or 2.

            term: The school term instead, 1 (autumn) or 2 (spring), where the pack has starters for terms.

            answers: What to fill in, by the name of its question, or a file of it (YAML or JSON); None, or what is not
                there: the defaults.

        Raises:
            UnknownPackError: It is not installed.
            ImpossibleValueError: There is no such year, half or term, or not exactly one of the latter is given.
            NoSchoolTermsError: It has starters for half years only.
            MissingStarterError: It has none for that half year.
            AnswersFileError: Answers do not fit; the error lists every problem, of a file with its line and column.
            ReadAccessError, FileTooLargeError, NotUtf8Error: The file of answers cannot be read.
        """
        from ._starters import starter  # noqa: PLC0415 -- few programs begin a plan

        chosen = self.pack(pack)
        return starter(chosen, year=year, half=half, term=term, answers=answers, lang=self.lang)

    def questions(
        self, pack: str, *, half: int | None = None, term: int | None = None
    ) -> tuple[Question, ...]:
        """
        Return what the starter plan of a half year or school term asks for, in order.

        Raises:
            As :meth:`new` does.
        """
        from ._starters import half_of  # noqa: PLC0415 -- as above

        chosen = self.pack(pack)
        return chosen.questions_of(half_of(chosen, half=half, term=term))

    def answers(self, pack: str, *, half: int | None = None, term: int | None = None) -> dict[str, Answer]:
        """
        Return the defaults of a starter plan's questions, by name.

        Raises:
            As :meth:`new` does.
        """
        from ._starters import answers_to  # noqa: PLC0415 -- as above

        return answers_to(self.questions(pack, half=half, term=term), {}, self.lang)

    def questions_file(self, pack: str, *, half: int | None = None, term: int | None = None) -> str:
        """
        Return a file of answers with the defaults of a starter plan, to be changed and given to :meth:`new`.

        Raises:
            As :meth:`new` does.
        """
        from ._starters import answers_file, half_of  # noqa: PLC0415 -- as above

        chosen = self.pack(pack)
        return answers_file(chosen, half_of(chosen, half=half, term=term), self.lang)

    # ------------------------------------------------------------ checking

    def check(
        self,
        subject: Subject,
        *,
        on: dt.date | None = None,
        pack: str | None = None,
        settings: Settings | None = None,
        known: Known | None = None,
    ) -> Report:
        """
        Check a plan against the rules.

        Args:
            subject: A plan, a plan file or a reading; findings of the latter two say file, line and column.

            on: The day whose law applies. None: the last day of the plan's period.

            pack: Check as a plan of this pack; ``neutral``: of none. None: the pack that the plan names.

            settings: Which rules are asked, and how much their findings weigh. None: all, as they are.

            known: Findings to leave out: how many of each code and identity (a baseline).

        Raises:
            UnknownPackError: The pack is not installed.
            UnknownRuleError: The settings name a rule that there is not.
        """
        from unionkit.rules import (  # noqa: PLC0415 -- programs that only render do not load rules
            Report,
            Settings,
            check_plan,
            without_known,
        )

        from ._findings import applies, data_set_aside, idle_requests, placed, set_aside  # noqa: PLC0415 -- as above

        chosen = settings or Settings()
        unused = tuple(set_aside(self.found))  # first of all: nothing of a plugin that fails is used
        plan = self._as_of_pack(subject, pack)
        almanac = self.almanac_for(plan.pack)
        law = self.law_for(plan.pack)
        unread = tuple(data_set_aside(self.unread_almanacs, self.unread_laws))
        rules = chosen.selected(self.rules)
        report = check_plan(plan, rules, on=on, vocabulary=self.vocabulary, almanac=almanac, law=law)
        used: set[Request] = set()
        found = list(placed(subject, (*unused, *unread, *report.findings), lang=self.lang, used=used))
        silent = {silence.code for silence in report.silent}
        day = on or plan.period.end
        asked = {rule.code for rule in rules if rule.code not in silent and applies(rule, plan, day)}
        if isinstance(subject, PlanFile) and subject.requests:
            idle = idle_requests(subject, used, self.rules, asked)
            found += placed(subject, idle, lang=self.lang)
        told = chosen.applied(found, self.rules)
        if known is None:
            return Report(findings=told, silent=report.silent)
        told, left_out, stale = without_known(plan, told, known, asked)
        return Report(findings=told, silent=report.silent, known=left_out, stale=stale)

    def fix(
        self,
        subject: Subject,
        *,
        on: dt.date | None = None,
        pack: str | None = None,
        settings: Settings | None = None,
        known: Known | None = None,
        least: Severity | None = None,
    ) -> Fixed:
        """
        Mend what rules can mend, until nothing changes; a fix that would bring a new finding is taken back.

        Nothing is written: ``Fixed.text`` is the text of a plan file, mended, in which every other byte is as it was.

        Args:
            subject: A plan, a plan file or a reading; of the latter, the plan is mended.

            on: The day whose law applies, as in :meth:`check`.

            pack: As a plan of this pack, as in :meth:`check`.

            settings: Which rules are asked, as in :meth:`check`.

            known: Findings to leave alone, as in :meth:`check`.

            least: Only findings that weigh as much, or more. None: all.

        Raises:
            ImpossibleValueError: The file is of an older version; migrate it first.
            UnknownPackError: The pack is not installed.
            UnknownRuleError: The settings name a rule that there is not.
        """
        from unionkit.rules import Severity  # noqa: PLC0415 -- programs that only render do not load rules

        from ._fixing import fixed  # noqa: PLC0415 -- as above

        return fixed(
            subject,
            check=partial(self.check, on=on, pack=pack, settings=settings, known=known),
            load=lambda text, name: self.loads(text, name=name),
            least=least or Severity.INFO,
        )

    # ------------------------------------------------------------ times

    def occurrences(
        self, subject: Subject, *, pack: str | None = None, private: bool = False
    ) -> tuple[Entry, ...]:
        """
        Return the calendar of a plan: each activity, welfare measure and deadline of a goal with its days.

        Args:
            subject: A plan, a plan file or a reading.

            pack: With the almanac data of this pack; ``neutral``: of none. None: of the pack that the plan names.

            private: With what concerns named persons.

        Raises:
            UnknownPackError: The pack is not installed.
        """
        from unionkit.almanac import entries  # noqa: PLC0415 -- programs that only render do not load it

        plan = self._as_of_pack(subject, pack)
        return entries(plan, self.almanac_for(plan.pack), private=private)

    # ------------------------------------------------------------ documents out

    def compose(
        self,
        subject: Subject,
        *,
        paper: str | None = None,
        section: str | None = None,
        pack: str | None = None,
        renumber: bool = False,
        contents: bool = False,
    ) -> Document:
        """
        Make the document of a plan.

        Its sections are those of the plan's own layout, else of the user's folder of templates, else of the pack.

        Args:
            subject: A plan, a plan file or a reading.

            paper: Name of one of the pack's papers. None: the plan itself.

            section: Name of one section, to be printed alone. None: the plan itself.

            pack: Print with this pack; ``neutral``: with none. None: with the pack that the plan names.

            renumber: Drop stored markers and number everything anew.

            contents: Begin with a table of contents on a page of its own.

        Raises:
            PaperAndSectionError: Both a paper and a section are asked for.
            UnknownPackError: The pack is not installed.
            UnknownPaperError: The pack has no such paper.
            UnknownSectionError: The layout or paper names a section that nobody contributes, or `section` does.
            RepeatedSectionError: The layout or paper names a section twice.
            PlanFileError: What stands under `data` is not what the pack understands.
            TemplateError: A template cannot be rendered.
        """
        if paper is not None and section is not None:
            raise PaperAndSectionError(paper, section)
        plan = self._as_of_pack(subject, pack)
        chosen = self.pack(plan.pack) if plan.pack else None
        vocabulary = CORE_VOCABULARY | chosen.vocabulary if chosen else CORE_VOCABULARY
        options = Options(
            renumber=renumber,
            contents=contents,
            lang=self.lang,
            vocabulary=vocabulary,
            find_almanac=partial(self.almanac_for, plan.pack),
        )
        if (section or paper) and any(isinstance(node, Paragraph) and node.refs for _, node in plan.walk()):
            # What they name has its number in the plan's own document.
            numbers = self.compose(subject, pack=pack, renumber=renumber).numbers
            options = attrs.evolve(options, numbers=numbers)
        if section is not None:
            alone = self.section(section, pack=plan.pack)
            return compose_section(plan, alone, data=typed_data(plan, chosen), options=options)
        known = self.sections(plan.pack)

        def find(name: str) -> Section:
            return self._blamed(known[name])

        if paper is not None:
            owner, wanted = _paper(chosen, paper)
            layout_of_paper(wanted, owner).check(known)
            return compose_paper(plan, wanted, find, data=typed_data(plan, chosen), options=options)
        layout = layout_of(subject, plan, self._folder, chosen)
        layout.check(known)
        return compose(plan, layout.names, find, data=typed_data(plan, chosen), options=options)

    def rendered(
        self,
        subject: Subject,
        format: str,  # noqa: A002 -- the word of the field, and of the command line
        *,
        paper: str | None = None,
        section: str | None = None,
        pack: str | None = None,
        renumber: bool = False,
        contents: bool = False,
    ) -> Rendered:
        """
        Print a plan and return the bytes, with an account of every block.

        Raises:
            UnknownFormatError: No renderer writes this format.
            PaperFormatError: The format is made straight from the plan and knows no papers.
            SectionFormatError: It is, and knows no sections.
            PackFormatError: It prints plans of another pack only.
            PluginError: A renderer of a plugin failed, or did not account for every block.
            As :meth:`compose` does.
        """
        renderer = self._renderer(format)
        if renderer.pack is not None:
            self._refuse_other_packs(renderer, subject, pack)
        if renderer.render_plan is None:
            document = self.compose(
                subject, paper=paper, section=section, pack=pack, renumber=renumber, contents=contents
            )
            return self.rendered_document(document, format)
        if paper is not None:
            raise PaperFormatError(paper, format)
        if section is not None:
            raise SectionFormatError(section, format)
        scope = self._scope(self._as_of_pack(subject, pack))
        with self._registry.blaming("unionkit_renderers", renderer, f"render {format}"):
            return checked(renderer.render_plan(scope), 0)

    def rendered_document(
        self,
        document: Document,
        format: str,  # noqa: A002 -- as above
    ) -> Rendered:
        """
        Print a document that was composed, and return the bytes, with an account of every block.

        Raises:
            UnknownFormatError: No renderer writes this format, or it is made straight from plans.
            PluginError: A renderer of a plugin failed, or did not account for every block.
        """
        renderer = self._renderer(format)
        if renderer.render is None:
            printing = tuple(name for name, each in self.renderers.items() if each.render is not None)
            raise UnknownFormatError(format, printing)
        with self._registry.blaming("unionkit_renderers", renderer, f"render {format}"):
            return checked(renderer.render(document), len(document.blocks))

    def _renderer(self, name: str) -> Renderer:
        if name not in self.renderers:
            raise UnknownFormatError(name, tuple(self.renderers))
        return self.renderers[name]

    def render(
        self,
        subject: Subject,
        path: str | Path,
        *,
        format: str | None = None,  # noqa: A002 -- as above
        paper: str | None = None,
        section: str | None = None,
        pack: str | None = None,
        renumber: bool = False,
        contents: bool = False,
    ) -> Path:
        """
        Print a plan to a file; the ending of its name says in which format, unless `format` does.

        Raises:
            WriteAccessError: The file cannot be written; what stood there is unchanged.
            As :meth:`rendered` does.
        """
        chosen = format or self.format_of(path)
        rendered = self.rendered(
            subject,
            chosen,
            paper=paper,
            section=section,
            pack=pack,
            renumber=renumber,
            contents=contents,
        )
        return write_file(path, rendered.data)

    def _refuse_other_packs(self, renderer: Renderer, subject: Subject, pack: str | None) -> None:
        found = self._as_of_pack(subject, pack).pack
        if renderer.pack != found:
            raise PackFormatError(renderer.name, renderer.pack or "", found or "")

    def _scope(self, plan: Plan) -> Scope:
        """What a renderer that prints straight from the plan is given."""
        shown = without_private(plan)
        chosen = self.pack(plan.pack) if plan.pack else None
        return Scope(
            plan=shown,
            content=shown.content,
            data=typed_data(plan, chosen),
            lang=self.lang,
            vocabulary=CORE_VOCABULARY | chosen.vocabulary if chosen else CORE_VOCABULARY,
            find_almanac=partial(self.almanac_for, plan.pack),
        )

    def _as_of_pack(self, subject: Subject, pack: str | None) -> Plan:
        plan = plan_of(subject)
        name = plan.pack if pack is None else pack
        if name == NEUTRAL:
            return attrs.evolve(plan, pack=None)
        if name is not None and name not in self.packs:
            place = places_of(subject)(("pack",), "", 1) if pack is None else None
            raise self._no_pack(name, place)
        return attrs.evolve(plan, pack=name) if name != plan.pack else plan


def _paper(pack: Pack | None, name: str) -> tuple[Pack, Paper]:
    papers = {paper.name: (pack, paper) for paper in pack.papers} if pack else {}
    if name not in papers:
        raise UnknownPaperError(name, tuple(papers))
    return papers[name]
