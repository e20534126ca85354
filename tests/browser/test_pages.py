"""What only a browser shows: that pages fit, ask nothing from elsewhere, and can be used without JavaScript."""

ADDRESSES = [
    "/",
    "/recommendations/",
    "/recommendations/?q=eurojust&state=open&status=nonsense",
    "/meetings/",
    "/meetings/eurojust-migrant-smuggling-2023/",
    "/actors/",
    "/actors/eurojust/",
    "/topics/",
    "/actions/",
    "/about/",
    "/nowhere/",
]


def test_every_page_fits_and_asks_nothing_from_elsewhere(open_page):
    misfits = {}
    for width, scheme in [(360, "dark"), (1440, "light")]:
        for address in ADDRESSES:
            page = open_page(address, width=width, color_scheme=scheme)
            complaints = [said for said in page.complaints if "404" not in said]
            wider = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
            if wider > 0 or complaints:
                misfits[width, address] = (wider, complaints)

    assert misfits == {}


def test_reader_filters_opens_and_returns_without_javascript(open_page):
    page = open_page("/", width=360, java_script_enabled=False)

    page.get_by_label("Search the recommendations").fill("networks OR cooperation")
    page.get_by_role("button", name="Search").click()
    found = page.get_by_role("status").inner_text()
    page.get_by_role("link", name="Filter", exact=False).first.click()
    page.locator("summary", has_text="Standing").click()
    page.get_by_label("Workshop outcome, not an official view").check()
    page.get_by_role("button", name="Show").click()
    narrowed = page.url
    page.locator("ol.rows h3 a").first.click()

    assert "Workshop outcome, not an official view" in page.locator("article .meta").first.inner_text()

    page.go_back()

    assert page.url == narrowed
    assert "standing=workshop" in narrowed
    assert found.split()[0].isdigit()
