from generator.model.entity import Entity
from generator.model.story import Subject


def test_words_carry_their_place_and_a_citation_its_link(pen, span):
    cited = pen.cite(span("p-2", "welcomed"))
    assert '<span class="bg-cite" data-cite="harbour#p-2:21-29">welcomed</span>' in cited
    assert '[¶ 2](#p-2){ .bg-pin title="Paragraph 2 of the article" data-words="21-29" }' in cited


def test_a_name_is_linked_where_there_is_a_page(pen):
    assert pen.subject("anna-lindqvist") == (
        '[Anna Lindqvist](../actors/anna-lindqvist.md){ .bg-name data-name="" }'
    )
    pageless = Subject(Entity("x", "person", "Jo *Bell*"), None, "", actor=False, weight=0)
    assert pen.named("Jo *Bell*", pageless) == '<span data-name="">Jo &#42;Bell&#42;</span>'


def test_somebody_the_site_does_not_know_stays_an_id(pen):
    assert pen.subject("nobody") == "nobody"


def test_dates_are_written_out_with_how_they_were_got(pen, analysed):
    shown = pen.dated(analysed.dates[0])
    assert '<time data-date="2023-03-17" datetime="2023-03-17">17 March 2023</time>' in shown
    assert "worked out from the article’s date" in shown


def test_a_link_out_keeps_to_the_web(pen):
    assert pen.outside("javascript:alert(1)", "original") == "[Read the original](<>)"


def test_the_voice_of_an_entry_is_its_sections(pen, known):
    assert "The editors add" in pen.entry_voice(known.get("pier"))
    assert "Reference data says" in pen.entry_voice(known.get("china"))


def test_words_out_of_a_sentence_are_marked_so_and_close_the_quotation_that_they_open(pen, span):
    inner = pen.passage(span("p-3", "which rejected the harbour deal"))
    assert inner.startswith('… <span class="bg-cite" data-cite="harbour#p-3:69-100">')
    opened = pen.passage(span("p-3", "“We will not sell the pier"))
    assert 'data-cite="harbour#p-3:0-28">“We will not sell the pier,”</span>' in opened
    assert 'data-cite="harbour#p-2:0-5">Mayor</span>' in pen.passage(span("p-2", "Mayor"))
