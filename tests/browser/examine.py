"""What a browser can find wrong with a page, whatever the page."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
AXE = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": RULES},
    "rules": {"target-size": {"enabled": True}},  # 24 px, or that much space around
}
# Each page in both widths and both schemes: neither decides anything in the other.
SCREENS = [(360, "dark"), (1440, "light")]
SMALLEST = 320  # also 1280 px at 400 %
FONTS, LARGE_FONTS = {"standard": 16, "fixed": 13}, {"standard": 32, "fixed": 26}
CONTROLS = (
    "button, select, input:not([type=checkbox], [type=radio]), summary, label:has([type=checkbox], [type=radio]),"
    " .options label + *, .button, .rail .clear, header a, nav.pages a, nav.place a, .pills a, .matrix td a"
)
KINDS = ["axe", "too wide", "headings", "landmarks", "small"]

# The fifteenth option of a group is like the fourteenth, and there may be hundreds.
UNFOLD = """() => {
  document.querySelectorAll("details").forEach(one => { one.open = true });
  document.querySelectorAll(".options li:nth-child(n + 15)").forEach(one => one.remove());
}"""
SHOWN = "one => one.checkVisibility() && one.getClientRects().length > 0"
BEYOND = "() => Math.max(0, document.scrollingElement.scrollWidth - document.documentElement.clientWidth)"
LEVELS = f"() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter({SHOWN}).map(one => Number(one.tagName[1]))"
LANDMARKS = "() => ['header', 'nav', 'main', 'footer'].filter(name => !document.querySelector(name))"
SMALL = f"""([controls, least]) => [...document.querySelectorAll(controls)].filter({SHOWN}).filter(one => {{
  const box = one.getBoundingClientRect();
  return Math.min(box.width, box.height) < least - 0.5;
}}).map(one => one.outerHTML.slice(0, 120))"""


def examine(page) -> dict[str, list]:
    """What is wrong with the page, by the kind of barrier; the page is one that is touched."""
    page.evaluate(UNFOLD)
    found = [
        [one for screen in SCREENS for one in barriers(page, *screen)],
        too_wide(page),
        disorder(page.evaluate(LEVELS)),
        page.evaluate(LANDMARKS),
        small(page),
    ]
    return dict(zip(KINDS, found, strict=True))


def barriers(page, width, scheme) -> list[str]:
    """What axe finds on a screen of this width in this scheme of colours."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{one['id']} at {width} px in {scheme}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def too_wide(page) -> list[str]:
    """Where the page would scroll sideways: on the smallest screen, and with text twice as large."""
    found = []
    session = page.context.new_cdp_session(page)
    for width, fonts in [(SMALLEST, FONTS), (360, LARGE_FONTS), (1280, LARGE_FONTS)]:
        page.set_viewport_size({"width": width, "height": 900})
        session.send("Page.setFontSizes", {"fontSizes": fonts})
        if beyond := page.evaluate(BEYOND):
            found.append(f"{beyond} px beyond {width} with text of {fonts['standard']} px")
    session.send("Page.setFontSizes", {"fontSizes": FONTS})
    return found


def disorder(levels) -> list[str]:
    """Headings begin with the only one of the first level, and none skips a level."""
    skipped = [f"{one} → {two}" for one, two in zip([0, *levels], levels, strict=False) if two > one + 1]
    return skipped if levels.count(1) == 1 else [*skipped, f"{levels.count(1)} of the first level"]


def small(page, least=44) -> list[str]:
    """Controls that a finger misses."""
    page.set_viewport_size({"width": 360, "height": 900})
    return page.evaluate(SMALL, [CONTROLS, least])
