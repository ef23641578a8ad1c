"""Cues: the words that say that somebody speaks, with the frames each can stand in.

A cue is one entry of a table: its lemma, its frames, and its irregular forms where it has any. A
frame says what may follow or precede the verb; rules ask for frames, never for single verbs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from texts.attribution.forms import Form, forms_of
from texts.reading import Stance

__all__ = ["CUES", "NOUN_CUES", "Cue", "cues_of"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a speech verb and what its frames allow."""

    lemma: str
    stance: Stance
    form: Form
    quote: bool
    """Introduces or follows words in marks: “…,” she said."""
    clause: bool
    """Takes a clause with "that": noted that …"""
    bare: bool
    """Takes a clause without "that": said they would come."""
    hearer: bool
    """Names who is told before the clause: told reporters that …"""
    infinitive: bool
    """vowed to appeal."""
    appeal: bool
    """urged the council to vote."""
    object: bool
    """Takes what is said as a noun phrase: announced a plan."""
    predicate: bool
    """Calls something something: described it as “a disgrace”."""
    weak: bool
    """Reports without being a speech verb: refers to, cites. It carries, it does not quote."""
    evidence: bool
    """Things do it as well as people: the ruins show that. What does it must be able to speak."""
    needs: str | None
    """The word that must follow: shot back."""
    found: bool
    """Takes a clause without "that" of a document only: the poll found Lee ahead."""
    noun: bool
    """The form is as often a noun: claims, report."""
    topics: frozenset[str] = frozenset()
    """The prepositions before what is asked for or spoken of: warned of, called for."""
    along: frozenset[str] = frozenset()
    """The words that may go with it before what is said: pointed out that."""
    particles: frozenset[str] = frozenset()
    """The words that, right after it, make it another verb: rule out."""

    @property
    def gerund(self) -> bool:
        return self.form is Form.GERUND


# Frames, one letter each: q quote, c clause, b bare clause, h hearer, i infinitive, a appeal,
# o object, p predicate, w weak, e evidence, m found by a document,
# k only with "back"; n marks a base form (and its -s) that is as often a noun.
# Irregular forms follow the slash: third / past / gerund (several with +), "-" for the regular one.
_TABLE: Final[tuple[tuple[Stance, str], ...]] = (
    (
        Stance.NEUTRAL,
        """
        say=qcb/says/said/saying tell=qcbha/-/told/telling write=qc/-/wrote+written/writing
        add=qcb note=qcbn state=qcn report=qcbon announce=qcbo ask=qca answer=qcn reply=qcn
        respond=qc comment=qcn remark=qcn mention=qco observe=qc explain=qcb recall=qco
        recount=qco describe=qp call=qpn label=qpn dub=qp/-/dubbed/dubbing refer=qpw/-/referred/referring
        characterize=qp characterise=qp term=qpn tweet=qcbn post=qcn email=qcn text=qn
        testify=qcb continue=q begin=q/-/began/beginning read=q/-/read/reading go=q/goes/went/going
        inform=qch advise=qcha notify=ch recommend=qco suggest=qcb
        estimate=qcbn predict=qcbo forecast=qcbon/-/forecast+forecasted/- conclude=qcb decide=c
        rule=qcn hold=c/-/held/- submit=c/-/submitted/submitting find=qcbm/-/found/finding summarize=qc summarise=qc paraphrase=q quote=qnw cite=qw
        discuss=w express=qow issue=wn publish=w speak=qw/-/spoke+spoken/- talk=qwn address=wn
        opine=qc muse=qc put=q/-/put/putting recite=q chant=qcn sing=q/-/sang+sung/-
        joke=qcn quip=qcn/-/quipped/quipping repeat=qc reiterate=qco relate=qc narrate=qc
        interject=q interrupt=q resume=q return=qn agree=qcbi promise=qcbin
        pledge=qcin vow=qcbin swear=qcbi/-/swore+sworn/- offer=qin propose=qcoi undertake=i/-/undertook+undertaken/-
        theorize=qc speculate=qc hypothesize=c calculate=c tease=q tout=qow outline=qown
        detail=qown unveil=ow declare=qcbo proclaim=qco pronounce=q record=wn
        counsel=qcan/-/counseled+counselled/counseling+counselling instruct=qa order=an direct=a request=qcan inquire=qc enquire=qc query=qn question=cn
        wonder=qc ponder=q specify=qc clarify=qc elaborate=q confide=qcb disclose=qco
        """,
    ),
    (
        Stance.DOUBT,
        """
        claim=qcbin allege=qcbo purport=i assert=qcb contend=qcb maintain=qcb profess=qi
        boast=qcn brag=qc/-/bragged/bragging imply=qc hint=qcn insinuate=qc argue=qcb posit=qc
        """,
    ),
    (
        Stance.CONCESSION,
        """
        admit=qcbo/-/admitted/admitting acknowledge=qcbo concede=qcbo confess=qcb grant=c
        allow=c apologize=q apologise=q
        """,
    ),
    (
        Stance.ENDORSEMENT,
        """
        reveal=qcbo expose=w point=qcn confirm=qcbo document=wn show=qcbne/-/showed+shown/-
        indicate=qcb demonstrate=cwe prove=ce/-/proved+proven/- remind=qch
        illustrate=w establish=c attest=qc affirm=qc reaffirm=qco
        """,
    ),
    (
        Stance.EMPHASIS,
        """
        stress=qcno underline=qcw underscore=qcw highlight=qcwn emphasize=qcw emphasise=qcw
        insist=qcb warn=qcbhao caution=qchan
        exclaim=q assure=qcbh reassure=qch persist=q threaten=qci guarantee=qcb
        """,
    ),
    (Stance.DENIAL, "deny=qcbo/denies/denied/denying reject=qow refute=qow dispute=qcown"),
    (
        Stance.APPEAL,
        """
        urge=qcan demand=qcion appeal=qna plead=qc/-/pleaded+pled/- beg=qa/-/begged/begging
        implore=qa exhort=qa encourage=a
        """,
    ),
    (
        Stance.ATTACK,
        """
        condemn=qpo criticize=qpo criticise=qpo accuse=qpo denounce=qpo dismiss=qpo slam=qpo/-/slammed/slamming
        blast=qpon mock=qpo decry=qo/decries/decried/decrying lambaste=qpo rebuke=qpn ridicule=qpon deride=qpo
        complain=qcb lament=qco charge=qcn counter=qcn retort=q object=qcn protest=qcn
        brand=qpn bemoan=qo shoot=qk/-/shot/shooting fire=qk hit=qk/-/hit/hitting bite=qk/-/bit/biting attack=qpown blame=pown chide=q scold=q
        """,
    ),
    (
        Stance.PRAISE,
        "praise=qpon hail=qpn laud=qpo commend=qpo applaud=qpo thank=qw welcome=qow defend=qow",
    ),
    (
        Stance.MANNER,
        """
        cry=qn/cries/cried/crying shout=qcn yell=qcn scream=qcn whisper=qcn murmur=qcn mutter=qcn
        mumble=qn sigh=qn groan=qn moan=qn gasp=qn snap=qn/-/snapped/snapping bark=qn
        growl=qn snarl=qn laugh=qn chuckle=qn giggle=qn smile=qn grin=qn/-/grinned/grinning
        sneer=qn sob=qn/-/sobbed/sobbing wail=qn whine=qn stammer=qn stutter=qn falter=q drawl=qn
        roar=qn bellow=qn thunder=qn hiss=qn croak=qn blurt=q rejoin=q ejaculate=q venture=qn
        pursue=q breathe=q pant=q squeal=q shriek=qn crow=qn coo=q intone=q scoff=q
        grumble=qn grunt=qn pipe=qn chime=qn burst=q/-/burst/- gush=q
        """,
    ),
    (
        Stance.THOUGHT,
        """
        think=q/-/thought/thinking believe=q feel=q/-/felt/feeling hope=qn fear=qn know=w/-/knew+known/-
        consider=pw regard=p view=pn see=pw/sees/saw+seen/seeing deem=p worry=qn realize=w realise=w
        understand=w/-/understood/understanding reflect=qw dream=wn
        """,
    ),
)

_TOPICS: Final = """
    call=for+on+upon appeal=for plead=for argue=for+against ask=for+about
    point=to hint=at speak=about+of talk=about+of warn=about+of+against
    complain=about+of comment=on+about remark=on+upon boast=about+of brag=about+of joke=about
    inquire=about enquire=about testify=about elaborate=on agree=on protest=against object=to
    caution=against counsel=against advise=against apologize=for apologise=for lament=about
    """
"""Which prepositions lead from a verb to what is asked for or spoken of. To refer is not to say."""

_ALONG: Final = "point=out"

_PARTICLES: Final = """
    rule=out add=up hold=up+on+off+out+back put=up+off+out+aside
    respond=by answer=by submit=to read=through show=up+off call=off+up
    """
"""Words after a verb that make it another: to rule out is not to rule, to show up not to show."""


def _by_lemma(table: str) -> dict[str, frozenset[str]]:
    entries = (entry.partition("=") for entry in table.split())
    return {lemma: frozenset(listed.split("+")) for lemma, _, listed in entries}


_PREPOSITIONS: Final = _by_lemma(_TOPICS)
_TOGETHER: Final = _by_lemma(_ALONG)
_OTHERWISE: Final = _by_lemma(_PARTICLES)


def cues_of(table: Iterable[tuple[Stance, str]]) -> dict[str, Cue]:
    """Every form of every verb of a table, whose entries are written as here."""
    cues: dict[str, Cue] = {}
    for stance, listed in table:
        for entry in listed.split():
            head, *irregular = entry.split("/")
            lemma, _, frames = head.partition("=")
            for word, form in forms_of(lemma, irregular):
                cues.setdefault(word, _cue(lemma, stance, form, frames))
    return cues


def _cue(lemma: str, stance: Stance, form: Form, frames: str) -> Cue:
    return Cue(
        lemma=lemma,
        stance=stance,
        form=form,
        quote="q" in frames,
        clause="c" in frames,
        bare="b" in frames,
        hearer="h" in frames,
        infinitive="i" in frames,
        appeal="a" in frames,
        object="o" in frames,
        predicate="p" in frames,
        weak="w" in frames,
        evidence="e" in frames,
        needs="back" if "k" in frames else None,
        found="m" in frames,
        noun="n" in frames and form in (Form.BASE, Form.THIRD),
        topics=_PREPOSITIONS.get(lemma, frozenset()),
        along=_TOGETHER.get(lemma, frozenset()),
        particles=_OTHERWISE.get(lemma, frozenset()),
    )


CUES: Final = cues_of(_TABLE)
"""Every form of every cue."""

NOUN_CUES: Final = frozenset(
    """
    claim claims assertion assertions allegation allegations accusation accusations statement
    statements suggestion suggestions argument arguments warning warnings promise promises pledge
    pledges vow vows threat threats announcement declaration declarations contention prediction predictions
    insistence admission confession denial denials complaint complaints comment comments remark
    remarks call calls demand demands proposal proposals view opinion conclusion finding findings submission submissions testimony theory
    assessment belief assurance assurances reminder criticism request requests charge charges report
    reports
    """.split()
)
"""Nouns that stand for something said: her claim that …"""
