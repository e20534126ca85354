"""A made-up report that is built like real ones, with the traces that word processors and converters leave in them."""

REPORT = """\
\ufeffForum on Cave Rescue\r
\r
Outcome Report\r
\r
Contents\r
\r
Introduction.....\t2\r
1. First session: rescue under water\t3\r
2. Second session: neighbours\t4\r
3. Workshops 5\r
4. Conclusions\t6\r
\r
Introduction\r
\r
The forum met for the third time, in a quarry near Lipica. Rescuers, surveyors and doctors came, etc. Everybody
had to bring a lamp.\r
\r
Forum on Cave Rescue\r
2\r
\x0c
The speakers dealt with:\r
\r
- flooded passages and what divers can do there;\r
- borders that run through a cave.\r
\r
The host asked for a common map of all entrances (see Art. 7 of the [Karst Convention](#)). It is due \x93soon\x94.\r
\r
1. First session: rescue under water\r
\r
Divers reported from the Timavo, e.g. on ropes that tear. They want spare regu\xad
lators in every depot, under Resolution 12 (2011). The depots stay empty, which the Slo-
venian divers and cross-
border teams regret.\r
\r
A cross-border purse was proposed by the Club of\r
\r
Forum on Cave Rescue\r
3\r
\r
Trieste Divers to buy them\r
\r
\r
together.\r
\r
2. Second session: neighbours\r
\r
\uf0b7 **Hungary** showed a radio that reaches through rock. It costs\xa0little.\x07 Volunteers should learn its use!\r
\uf0b7 Bad maps delay many searches. The surveyors therefore urged the national clubs:\r
   \uf0b7 to measure each entrance again;\r
   \uf0b7 to publish what they have mea\x02sured; and\r
   \uf0b7 to lend instruments to poorer clubs, free of charge.\r
\r
A discussion followed, in which nobody disagreed.\r
\r
2. Second session: neighbours\r
4\r
\r
\uf0b7 Doctors warned of cold. Blankets must lie at each second station, and tea.\r
\r
3. Workshops\r
\r
Ambulances\r
\r
The workshops arrived at the following, which binds no club:\r
\r
- Ambulances wait too far away. Their drivers ought to be told of the path in advance.\r
\r
- Bats are to be left in peace.\r
- Schools could teach children never to enter alone.\r
\r
Forum on Cave Rescue\r
5\r
\r
4. Conclusions\r
\r
Wishes for the next year included, among others:\r
\r
- translating the handbook into Friulian,\r
- a shared calendar of exercises, and\r
- visiting the Škocjan rescuers.\r
\r
The forum will meet again.\r
\r
Cave Forum, 1 Quarry Road, Lipica • www.example.org
"""

# What a register says of it in its own words: reference, section, position, headline, text.
ITEMS = [
    (
        "CR2024-01",
        0,
        "paragraph 3, sentence 1",
        "Draw one map of all cave entrances",
        "There should be one map for everybody, with every entrance on it, as Article 7 of the Convention has it.",
    ),
    (
        "CR2024-02",
        1,
        "paragraph 1, sentence 2",
        "Keep spare regulators in depots",
        "Each depot should hold regulators that divers can take in place of their own.",
    ),
    (
        "CR2024-03",
        2,
        "bullet 1, sentence 3",
        "Learn to use the new radio",
        "Those who volunteer should be taught how the radio is used, or teach it to themselves by learning.",
    ),
    (
        "CR2024-04",
        2,
        "bullet 2, sub-bullet 1",
        "Measure the entrances anew",
        "At every entrance the old numbers should be replaced by what one measures now.",
    ),
    (
        "CR2024-05",
        2,
        "bullet 2, sub-bullet 3",
        "Lend instruments to clubs that have little money",
        "Clubs with instruments should lend them to poorer ones and ask for no charge.",
    ),
    (
        "CR2024-06",
        2,
        "bullet 3, sentence 2",
        "Have blankets at every second station",
        "Against the cold, there must be blankets and hot tea at stations along the way.",
    ),
    (
        "CR2024-07",
        3,
        "bullet 1, sentence 2",
        "Tell drivers the path",
        "Those who drive should know in advance which path to take.",
    ),
    (
        "CR2024-08",
        3,
        "bullet 3",
        "Teach at school that nobody enters a cave alone",
        "Children could be taught at school never to go in alone.",
    ),
    (
        "CR2024-09",
        4,
        "bullet 2",
        "Share a calendar",
        "All clubs should enter their exercises in one calendar that they share.",
    ),
]
