"""Given names: those that are short for another, and those that look like another and are none."""

from __future__ import annotations

from functools import cache

from annotations.suggest.rules.given_names import given_names
from annotations.text.word_forms import listed

# The names of a line may stand for each other, though none begins another.
SHORT_FOR = """
bill billy will willie william|bob bobby rob robbie robert|dick rick richie richard|ted ed eddie edward theodore
jim jimmy jamie james|joe joey joseph|mike mick mickey mikey michael|tony anthony antony|tom tommy thomas
jack johnny john|harry hank henry|chuck charlie chas charles|dave davy david|steve stevie stephen steven
larry lawrence laurence|nick nicky nicholas nicolas|andy drew andrew|ron ronnie ronald|don donnie donald
ken kenny kenneth|jerry gerald gerard|gerry gerard gerald|greg gregory|jeff geoff jeffrey geoffrey|matt matthew
pete peter|phil philip phillip|sam sammy samuel samantha|dan danny daniel|ben benny benjamin|tim timmy timothy
liz beth betty lizzie eliza elizabeth|kate katie kathy cathy katherine catherine kathryn|maggie meg peggy margaret
sue susie susan|jen jenny jennifer|debbie deborah|becky rebecca|vicky victoria|sandy alexander alexandra sandra
sasha alexander aleksandr alexandra|misha mikhail|vlad volodya vladimir|kolya nikolai|dima dmitry dmitri|zhenya yevgeny
pepe jose|paco pancho francisco|nacho ignacio|beto alberto roberto|gabo gabriel|lula luiz|chico francisco|bibi benjamin binyamin
alex alexander alexandra alexandre alexandros alejandro aleksandr aleks|abe abraham|al albert alan|fred freddie frederick|walt walter|vince vincent|pat patrick patricia|chris christopher
gus augustus|bernie bernard|mitch mitchell|nate nathan nathaniel|zach zack zachary|josh joshua|jon jonathan|ray raymond
"""
# Transliterations of one name, all of them in the list of common names.
ONE_NAME = """
mohamed mohammed mohammad mohamad muhammad|sergei sergey serhiy serhii siarhei sergiy|abdullah abdallah|khaled khalid|ahmad ahmed|nikolai nikolay mykola mikalai nikolaj
philip phillip|geoffrey jeffrey|steven stephen|catherine katherine|dimitri dmitry dmitri dmitriy dmytro dzmitry|mikhail michail michael mikael mykhailo mihail mikheil|fatima fatma|aleksandr alexander aleksander oleksandr aliaksandr alyaksandr alexandros alexandre
alexei alexey aleksei aleksey oleksiy oleksii aliaksei
hasan hassan|hussein husain hossein|said saeed|samir sameer|nasir nasser nasr|munir mounir
allan alan|erik eric|erika erica|karin karen|karl carl|kurt curt|marc mark|viktor victor viktar|viktoria victoria|sofia sophia|mustafa mustapha|sarah sara
volodymyr vladimir uladzimir wladimir|andriy andrei andrey andrej andrii|petro pyotr petr|pavlo pavel|ihor igor|oleh oleg
yevhen yevgeny evgeny evgeni evgeniy yevgeniy|kostyantyn konstantin konstantyn|hryhoriy grigory grigori|vasyl vasily vasili vasiliy
kateryna ekaterina yekaterina|olha olga|yulia yuliya julia iuliia|natalia nataliya natalya|yuri yuriy yury iurii|anatoliy anatoly anatoli
george georgios giorgos yiorgos yorgos georgi georgy heorhiy|ioannis yiannis giannis yannis|dimitris dimitrios dimitri|nikolaos nikos
konstantinos kostas costas|panagiotis panayiotis|evangelos vangelis|kyriakos kiriakos|jamal gamal djamal jamel
"""
# Common names besides those that the suggester lists, which look like another one.
LOOK_ALIKE = listed("""
    frances erica erika carlo paulo marian marianne jean jan jane joan juan juana dana dina donna leon leona
    louis louisa lewis luisa luis allan ellen helen helene hellen karin karina corinne carina kristin kirsten tanya
    tonya nina nona simone simon michael michele mikael nicole nikola denis denise danis gene gina jana joanna johanna
    salim salam salem said saad sayed saeed hasan hassan hussein husain hossein amin amina amine aman imran amran
    jamil jamal jamila kamal kamil karim karam rashid rashad samir samar sameer nasir nasser nasr munir mounir
""")


def _lines(table: str) -> list[frozenset[str]]:
    return [frozenset(line.split()) for line in table.replace("\n", "|").split("|") if line.strip()]


@cache
def _short_for() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for i, line in enumerate(_lines(SHORT_FOR)):
        for name in sorted(line):
            found[name] = (*found.get(name, ()), i)
    return found


@cache
def _one_name() -> dict[str, int]:
    return {name: i for i, line in enumerate(_lines(ONE_NAME)) for name in line}


@cache
def _common() -> frozenset[str]:
    return LOOK_ALIKE | {name.lower() for name in given_names()}


def lines_of(name: str) -> tuple[int, ...]:
    """Return the numbers of the lines of short forms that have the name."""
    return _short_for().get(name, ())


def one_name_line(name: str) -> int | None:
    """Return the number of the line of spellings that has the name."""
    return _one_name().get(name)


def are_short_forms(one: str, other: str) -> bool:
    """Return whether one is known to stand for the other: Bill and William."""
    return bool({*lines_of(one)} & {*lines_of(other)})


def one_given_name(one: str, other: str) -> bool | None:
    """Return whether two spellings are known as one name (Sergei, Sergey) or as two (Jean, Joan), None if neither."""
    lines = _one_name()
    if one == other or (one in lines and lines[one] == lines.get(other)):
        return True
    return False if {one, other} <= _common() else None


def are_two_given_names(one: str, other: str) -> bool:
    return one_given_name(one, other) is False


def is_given(name: str) -> bool:
    return name in _common()
