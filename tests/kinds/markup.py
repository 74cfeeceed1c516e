"""Kinds of markup: pages, feeds, mails, XML of many tools."""

from __future__ import annotations

from tests.kinds.kind import Kind, read, refused

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
PARAGRAPHS = (
    "<p>Maria Ruiz of the Navy left Oslo on Tuesday.</p><p>The harbour stays closed until Friday.</p>"
)
PAGE = f"<html><head><title>Ferries</title></head><body><article><h1>Ferries</h1>{PARAGRAPHS}</article></body></html>"
ITEM = "<item><title>Oslo</title><description>Ferries return.</description></item>"
MAIL = "From: ann@example.org\nTo: ben@example.org\nSubject: Ferries\nDate: Tue, 23 Jan 2024 10:00:00 +0000\n\nMaria Ruiz left Oslo.\n"
SAVED = 'From: <Saved by Blink>\nSnapshot-Content-Location: http://example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>x</p>\n--b--\n'
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>x</title></channel>{}</rdf:RDF>'
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferries</title></head><body>{}</body></html>'


def _xml(name: str, root: str, why: str, inside: str = "", file: str = "a.xml") -> Kind:
    """Return a kind of XML that is refused; `root` is its first element as it is written."""
    return refused(name, file, f"{XML}<{root}>{inside}</{root.split()[0]}>\n", why)


MARKUP = (
    read("a web page", "a.html", PAGE, "html"),
    read("a web page called .txt", "a.txt", PAGE, "html"),
    read("a web page without an ending", "a", f"<!DOCTYPE html>\n{PAGE}", "html"),
    read("a saved page", "a.htm", f"<!-- saved from url=(0019)http://example.org -->\n{PAGE}", "html"),
    read("a piece of HTML", "a.txt", PARAGRAPHS, "html"),
    read("a piece of HTML in a box", "a", f"<div class='story'>{PARAGRAPHS}</div>", "html"),
    read("XHTML called .xml", "a.xml", XML + XHTML.format(PARAGRAPHS), "html"),
    read("RSS", "a.rss", f"{XML}<rss version='2.0'><channel><title>x</title>{ITEM}</channel></rss>", "feed"),
    read(
        "RSS called .txt",
        "a.txt",
        f"{XML}<rss version='2.0'><channel><title>x</title>{ITEM}</channel></rss>",
        "feed",
    ),
    read(
        "Atom",
        "a.xml",
        f'{XML}<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>Oslo</title><content>Ferries return.</content></entry></feed>',
        "feed",
    ),
    read(
        "RSS 1.0",
        "a.rdf",
        XML
        + RDF.format(
            '<item rdf:about="x"><title>Oslo</title><description>Ferries return.</description></item>'
        ),
        "feed",
    ),
    read("a mail", "a.eml", MAIL, "eml"),
    read("a mail called .txt", "a.txt", MAIL, "eml"),
    read("a mail with lines of CR LF", "a", MAIL.replace("\n", "\r\n"), "eml"),
    refused("a page saved as MHTML", "a.mhtml", SAVED, "MHTML"),
    refused("a page saved as MHTML called .txt", "a.txt", SAVED, "MHTML"),
    _xml("TEI", 'TEI xmlns="http://www.tei-c.org/ns/1.0"', "TEI", "<text><body><p>Oslo</p></body></text>"),
    _xml("GATE's XML", "GateDocument", "GATE", "<TextWithNodes>Oslo</TextWithNodes>"),
    _xml(
        "BioC",
        "collection",
        "BioC",
        '<document><passage><infon key="type">x</infon><text>Oslo</text></passage></document>',
    ),
    _xml("ACE's annotations", "source_file", "ACE", "<document DOCID='x'/>", file="a.apf.xml"),
    _xml("DocBook", "book", "DocBook", "<chapter><para>Oslo</para></chapter>"),
    _xml("JATS", "article", "JATS", "<body><p>Oslo</p></body>"),
    _xml("NITF", "nitf", "NITF", "<body><p>Oslo</p></body>"),
    _xml("NewsML", "newsItem", "NewsML", "<contentSet/>"),
    _xml(
        "a type system of UIMA's",
        'typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"',
        "type system",
    ),
    _xml("a property list", "plist", "property list", "<dict><key>a</key></dict>", file="a.plist"),
    _xml("SVG", 'svg xmlns="http://www.w3.org/2000/svg"', "a picture", "<text>Oslo</text>", file="a.svg"),
    _xml("KML", "kml", "a map", "<Placemark/>", file="a.kml"),
    _xml("GPX", "gpx", "a track", "<trk/>", file="a.gpx"),
    _xml("XLIFF", "xliff", "translation", "<file/>", file="a.xlf"),
    _xml("TMX", "tmx", "translation", "<body/>", file="a.tmx"),
    _xml("a sitemap", "urlset", "pages", "<url><loc>http://example.org</loc></url>"),
    _xml("OPML", "opml", "list of feeds", "<body/>", file="a.opml"),
    _xml("subtitles (TTML)", 'tt xmlns="http://www.w3.org/ns/ttml"', "subtitle", "<body/>", file="a.ttml"),
    _xml("unknown XML", "news", "looks like XML", "<story>Oslo</story>"),
    _xml("unknown XML called .txt", "news", "looks like XML", "<story>Oslo</story>", file="a.txt"),
    refused("unknown XML without a declaration", "a", "<news><story>Oslo</story></news>", "looks like XML"),
    refused(
        "XML in UTF-16",
        "a.xml",
        (XML.replace("UTF-8", "UTF-16") + "<news>Oslo</news>").encode("utf-16"),
        "looks like XML",
    ),
    read("text that begins with a tag", "a.txt", "<Reuters> Maria Ruiz left Oslo on Tuesday.\n", "txt"),
)
