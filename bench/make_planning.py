"""Fills a database of the program with years of community planning by SQL: invented texts, always the same."""
import datetime
import random
import sqlite3
import uuid

WORDS = """projednat návrh plán služba bydlení senior pečovatelka obec město kraj dotazník analýza potřeba rodina dítě mládež
škola závislost terénní program klub poradna leták kontakt adresář příspěvek rozpočet zpráva jednání harmonogram zápis
pozvánka beseda knihovna nemocnice lékař doprava úvazek kapacita pořadník ubytovna krize příručka setkání pracovní skupina
koordinátorka uživatel poskytovatel zadavatel priorita opatření cíl dobrovolník odlehčovací asistence raná péče stacionář
dílna podpora samostatné hlídání domácnost telefon odpověď připomínka termín schválit zveřejnit rozeslat oslovit zajistit
připravit spočítat doplnit ověřit domluvit sebrat vyhodnotit porovnat navštívit objednat vytisknout přeložit uspořádat""".split()
FIRST_NAMES = "Jana Petr Eva Karel Alena Tomáš Hana Ondřej Milada Radim".split()
SURNAMES = "Kopretinová Vřes Lískovcová Habr Jasmínová Olše Mátová Jilm Šalvějová Javor Hlohová Dub".split()


class Planning:
    """What was filled in: ids as text, to be asked for."""

    def __init__(self, database, groups, years, seed=11):
        self.db = sqlite3.connect(database)
        self.chance = random.Random(seed)
        self.today = datetime.date.today()
        office = self.db.execute("SELECT id FROM organisations ORDER BY id LIMIT 1").fetchone()[0]
        moment = (self.today - datetime.timedelta(days=6)).isoformat() + "T08:00:00.000Z"
        self.moment = int(datetime.datetime.fromisoformat(moment[:19] + "+00:00").timestamp() * 1000)
        self.source = self.db.execute("SELECT id FROM sources ORDER BY id LIMIT 1").fetchone()[0]
        self.kept = {"organisation_id": office, "retention": "permanent", "version": 1, "created_at": moment, "changed_at": moment}
        self.tables, self.history = {}, []
        self.groups, self.people = [], {}
        self.found_groups(groups)
        for number, group in enumerate(self.groups): self.plan(number, group, years)
        self.hold_events(20 * years)
        self.write()

    def id(self):
        """As the program makes them: the millisecond first."""
        random_bits = self.chance.getrandbits(80)
        return uuid.UUID(int=self.moment << 80 | random_bits & ~(0xF << 76) & ~(3 << 62) | 7 << 76 | 2 << 62).bytes

    def text(self, least, most):
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(least, most))).capitalize() + "."

    def name(self):
        return self.chance.choice(FIRST_NAMES) + " " + self.chance.choice(SURNAMES)

    def add(self, table, **values):
        """One record and that it came into being; its id."""
        values = {"id": self.id()} | values
        self.tables.setdefault(table, []).append(values)
        self.history.append((self.id(), table, values["id"], self.kept["changed_at"], self.source, "created",
                             self.kept["organisation_id"], "permanent"))
        return values["id"]

    def found_groups(self, count):
        for n in range(count):
            group = self.add("working_groups", slug=f"skupina-{n}", kind_code="working", name=f"Skupina {n}",
                             name_sort=f"skupina {n:04}".encode(), aliases="", territory="orp:5105", published=1, names_shown="members",
                             founded_on="2015-01-01", parent_id=self.groups[n % 5] if n >= 5 else None, lead_text=self.text(15, 30))
            self.groups.append(group)
            self.people[group] = []
            for m in range(15):
                name = self.name()
                person = self.add("planning_people", account_id=None, name=name, name_sort=name.lower().encode(), organisation=self.text(2, 4))
                self.add("planning_contacts", planner_id=person, email=f"clen.{n}.{m}@opora.example", phone="+420 485 000 000")
                self.add("group_members", group_id=group, planner_id=person, role=("chair", "deputy", "secretary", *["member"] * 12)[m],
                         side=("commissioner", "provider", "user")[m % 3], valid_from="2019-01-01")
                self.people[group].append(person)
            self.add("group_statutes", group_id=group, kind="statute", title="Statut", body="\n".join(self.text(10, 30) for _ in range(30)),
                     valid_from="2019-01-01", months_between=2, notice_days=7, quorum="majority", voting="majority_present",
                     minutes_by="next_meeting", minutes_days=14)
            self.add("blocked_periods", group_id=group, kind="closed", first_day=f"{self.today.year}-07-01",
                     last_day=f"{self.today.year}-08-31", reason="Prázdniny", came_from="people", ended=0)

    def plan(self, number, group, years):
        """Meetings once a month, the last one to come; what was written and decided at each, and what came of it."""
        self.given, series = 0, {}
        for n in range(12 * years):
            day = self.today - datetime.timedelta(days=30 * (12 * years - n) - 40)
            if day.year not in series:
                series[day.year] = self.add("meeting_series", group_id=group, name=f"Plán na rok {day.year}", place="městský úřad, zasedací místnost",
                                            from_minute=840, to_minute=960)
            held = day < self.today
            meeting = self.add("meetings", group_id=group, series_id=series[day.year], title=None, day=day.isoformat(),
                               state="held" if held else "convened")
            items = [self.add("agenda_items", group_id=group, meeting_id=meeting, place_in_order=k + 1, title=self.text(3, 6),
                              state="done" if held else "accepted") for k in range(4)]
            if held: self.hold(number, group, meeting, day, items, n, late=n < 12 * years - 6)
        for _ in range(6):
            self.add("agenda_items", group_id=group, meeting_id=None, place_in_order=1, title=self.text(3, 6), state="proposed")

    def hold(self, number, group, meeting, day, items, n, late):
        for person in self.people[group]:
            self.add("attendance", meeting_id=meeting, planner_id=person, name="člen", name_sort=b"clen", came_by="typed",
                     status=self.chance.choice(["present", "present", "present", "apologised", "absent"]))
        phase = "published" if late and n % 10 else ("comments", "draft")[number % 2]
        minutes = self.add("meeting_minutes", meeting_id=meeting, phase=phase, label_style="ad",
                           published_at=self.kept["changed_at"] if phase == "published" else None,
                           content_hash="0" * 64 if phase == "published" else None)
        bodies = [self.text(30, 60) for _ in items]
        for k, (item, body) in enumerate(zip(items, bodies)):
            self.add("minutes_parts", minutes_id=minutes, place_in_order=k + 1, agenda_item_id=item, heading=self.text(2, 4), body=body, dropped=0)
        if phase == "published":
            copy = "".join(f"part\t{self.text(2, 4)}\t{k}/\t\nparagraph\t{body}\t\t\n" for k, body in enumerate(bodies, 1))
            self.add("published_minutes", minutes_id=minutes, body="head\tSkupina\tZápis z jednání\t\n" + copy, words=copy.lower())
        for k in range(2):
            decision = self.add("decisions", group_id=group, meeting_id=meeting, agenda_item_id=items[k], number=f"{n}.{k}/{day.year}",
                                body=self.text(10, 25), decided_on=day.isoformat(), state="valid")
        self.add("votes", meeting_id=meeting, agenda_item_id=items[1], question=self.text(8, 16), secret=0, cast_by="recorder", state="closed",
                 votes_for=9, votes_against=1, abstained=1, voters=15, present=11, needed=8, rule="majority_present", passed=1,
                 closed_at=self.kept["changed_at"], decision_id=decision)
        for _ in range(10): self.give(group, meeting, day, decision, late)

    def give(self, group, meeting, day, decision, late):
        self.given += 1
        done = late and self.chance.random() < 0.97
        task = self.add("tasks", group_id=group, meeting_id=meeting, decision_id=decision, number=self.given, body=self.text(6, 16),
                        source_text=self.text(8, 16), owner_id=self.chance.choice(self.people[group]),
                        due_on=(day + datetime.timedelta(days=self.chance.randint(5, 90))).isoformat(), state="done" if done else "open",
                        closed_on=day.isoformat() if done else None)
        if self.given % 5 == 0:
            self.add("task_checks", task_id=task, meeting_id=meeting, outcome="goes_on" if late else "waiting")
            self.add("task_notes", task_id=task, author_name=self.name(), body=self.text(4, 10))

    def hold_events(self, count):
        first = self.today - datetime.timedelta(days=count * 15)
        for n in range(count):
            day = (first + datetime.timedelta(days=18 * n)).isoformat()
            self.add("planning_events", slug=f"mereni-{n}", group_id=self.chance.choice(self.groups) if n % 3 else None, kind="seminar",
                     title=self.text(3, 6), first_day=day, last_day=day, from_minute=540, to_minute=900, place="kulturní dům",
                     municipality_code="577197", organisers="Opora\nMěsto", description=self.text(20, 40), published=1, state="planned")

    def write(self):
        for table, rows in self.tables.items():
            columns = list(rows[0]) + list(self.kept)
            self.db.executemany(f"INSERT INTO {table} ({','.join(columns)}) VALUES ({','.join('?' * len(columns))})",
                                [[*row.values(), *self.kept.values()] for row in rows])
        self.db.executemany("INSERT INTO changes (id, record_table, record_id, happened_at, source_id, kind, organisation_id, retention)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self.history)
        self.db.execute("ANALYZE")
        self.db.commit()
        print(", ".join(f"{len(self.tables[table])} {table}" for table in ("working_groups", "meetings", "tasks", "decisions", "minutes_parts")))

    def some(self, table, rows=40, where="1 = 1"):
        """Ids of rows of a table, over all of it."""
        ids = [str(uuid.UUID(bytes=one)) for one, in self.db.execute(f"SELECT id FROM {table} WHERE {where} ORDER BY id")]
        return self.chance.sample(ids, min(rows, len(ids)))

    def ask(self, question):
        return [tuple(str(uuid.UUID(bytes=one)) if isinstance(one, bytes) else one for one in row) for row in self.db.execute(question)]
