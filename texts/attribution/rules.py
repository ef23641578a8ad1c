"""Rules: the name of each rule that can decide an attribution, and what it says to a reader."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["RULES"]

RULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "quotation, then speaker and verb": (
            "The words stand before the speaker and the verb of speech: “…,” X said."
        ),
        "quotation, then verb and speaker": (
            "The words stand before the verb of speech, and the speaker follows: “…,” said X."
        ),
        "speaker and verb, then quotation": (
            "The speaker and the verb of speech introduce the words in marks: X said, “…”"
        ),
        "speaker and verb, then clause": (
            "The speaker and the verb of speech introduce a clause: X said that …"
        ),
        "speaker and verb, then infinitive": (
            "The speaker and the verb of speech introduce what is to be done: X vowed to …"
        ),
        "speaker, verb and hearer, then infinitive": (
            "The speaker asks somebody to do something: X urged Y to …"
        ),
        "speaker and verb, then what is asked for": (
            "The speaker asks for something: X called for …"
        ),
        "speaker and verb, then what is spoken of": (
            "The verb of speech leads to what the speaker speaks of: X warned of …"
        ),
        "speaker and verb, then what is said of a thing": (
            "The verb of speech says what the speaker says of a thing: X called it …"
        ),
        "clause, then speaker and verb": (
            "The clause comes first, and the speaker and the verb of speech follow: …, X said."
        ),
        "clause around speaker and verb": (
            "The speaker and the verb of speech stand within the clause: a strike that X said …"
        ),
        "clause, as reported by somebody": (
            "The clause is said by the way to be somebody’s: …, as X noted; as reported by X, …"
        ),
        "belief, feeling or wish": (
            "The verb says what somebody believes, feels or means to do: X believes that …"
        ),
        "according to": "The clause is said to be according to somebody: …, according to X.",
        "in the words of": "The author says in whose words it is: in the words of X, “…”",
        "cited by the speaker": (
            "Somebody says it on the word of the source, whom they cite: Y, citing X, said …"
        ),
        "quoted as saying": "The source is quoted by somebody: Y quoted X as saying that …",
        "noun of speech": "A noun stands for the speech of somebody: X’s claim that …",
        "passive": "The verb of speech is passive, and the speaker follows “by” or is not given.",
        "colon": "A colon leads from the speaker to the words: X: “…”",
        "block quote": "The words are set apart as a block, introduced by the paragraph before it.",
        "transcript": "The paragraph begins with the speaker’s label, as in a transcript: X: …",
        "sentence before": (
            "The sentence has no verb of speech; the sentence before it says who is speaking."
        ),
        "paragraph before": (
            "The paragraph gives no speaker; the last one before it goes on speaking."
        ),
        "turn-taking": (
            "Nothing beside the words says who speaks: in a conversation they are the turn of "
            "whoever may answer, and nobody’s where nobody is known who may."
        ),
        "beat": "The paragraph tells what one person does, and no other speaks in it.",
        "same sentence": (
            "The sentence names one speaker, and the words in marks stand beside what they say."
        ),
        "subject of the sentence": (
            "No verb of speech is near; the words in marks stand in a sentence about this subject."
        ),
        "no speaker": "Nothing near the words in marks says who is speaking.",
        "unbalanced marks": (
            "A quotation mark is missing in the paragraph, so where the words end is uncertain."
        ),
        "not said": (
            "The sentence denies that the words were said, or only supposes it: X never said …"
        ),
        "named as a term": (
            "The words before the marks say that they name something: so-called, known as, the term."
        ),
        "title": "Every chief word in the marks has a capital: a title or a name.",
        "nickname": "The words in marks stand between a first and a last name.",
        "words spoken of": "The sentence goes on to say what the words in marks mean.",
        "beside a noun": "The words in marks describe the author’s noun that follows them.",
        "author’s phrase": (
            "A few words in marks, no statement, are a part of the author’s own sentence."
        ),
        "decided by the reader": "You have decided it.",
        "markup": "The words in marks are the value of an attribute in markup: name=“…”.",
    }
)
