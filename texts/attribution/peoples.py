"""Peoples: words for one of a people, a faith or a party, by which a report calls whom it has named."""

from __future__ import annotations

from typing import Final

__all__ = ["is_of_a_people"]

_PEOPLES: Final = frozenset(
    """
    afghan albanian algerian american andorran angolan arab argentine argentinian armenian australian
    austrian azerbaijani bangladeshi basque bavarian belarusian belgian bolivian bosnian brazilian
    briton bulgarian burmese californian cameroonian canadian catalan chilean chinese colombian
    congolese corsican croat croatian cuban cypriot czech dane dominican dutch ecuadorean egyptian
    eritrean estonian ethiopian european fijian filipino finn floridian frenchman frenchwoman
    georgian german ghanaian greek guatemalan haitian hawaiian honduran hungarian icelander indian
    indonesian iranian iraqi irishman irishwoman israeli italian ivorian jamaican japanese jordanian
    kazakh kenyan korean kosovan kurd kuwaiti laotian latvian lebanese liberian libyan lithuanian
    malaysian maltese mexican moldovan mongolian moroccan nepali nicaraguan nigerian northerner
    norwegian ohioan pakistani palestinian panamanian paraguayan parisian peruvian pole portuguese
    romanian russian rwandan salvadoran saudi scot scotsman scotswoman senegalese serb serbian
    sicilian singaporean slovak slovene slovenian somali southerner spaniard sudanese swede swiss
    syrian taiwanese tanzanian texan thai tibetan tunisian turk ugandan ukrainian uruguayan venezuelan
    vietnamese virginian welshman welshwoman yemeni zambian zimbabwean englishman englishwoman
    dutchman dutchwoman cornishman buddhist catholic christian hindu jew muslim protestant sikh democrat republican conservative liberal tory
    """.split()
)


def is_of_a_people(word: str) -> bool:
    """Whether a word in small letters calls somebody by people, faith or party: Norwegian, Democrat."""
    return word in _PEOPLES
