import { expect, it } from "vitest";
import { countPeople } from "./count-people";
import type { Person } from "./person";
import { createRoster } from "./roster";

function personOf(name: string, person: Partial<Person> = {}): Person {
  const blank = {
    department: null,
    note: null,
    status: "confirmed",
    checkedInAt: null,
    gate: null,
    admittedBy: null,
  } as const;
  return { registrationId: name, ticketId: `t-${name}`, reference: `r-${name}`, name, ...blank, ...person };
}

function namesFound(typed: string, names: string[]): string[] {
  const roster = createRoster();
  roster.merge(names.map((name) => personOf(name)));
  return roster.search(typed).map((person) => person.name);
}

it.each([
  ["ag", ["Ágnes Kovács", "Agatha Li"], ["Agatha Li", "Ágnes Kovács"]],
  ["KOVACS", ["Ágnes Kovács"], ["Ágnes Kovács"]],
  ["li ag", ["Agatha Li", "Li Wei"], ["Agatha Li"]],
  ["obrien", ["Pat O’Brien"], ["Pat O’Brien"]],
  ["brien", ["Pat O'Brien"], ["Pat O'Brien"]],
  ["marie", ["Jean-Marie Weiß"], ["Jean-Marie Weiß"]],
  ["weiss", ["Jean-Marie Weiß"], ["Jean-Marie Weiß"]],
  ["小明", ["小明 王"], ["小明 王"]],
  ["a", ["Agatha Li"], []],
  ["  ", ["Agatha Li"], []],
  ["gatha", ["Agatha Li"], []],
])("finds by %s", (typed, names, expected) => {
  expect(namesFound(typed, names)).toEqual(expected);
});

it("takes the newest state of a person, and lists those still to come first", () => {
  const roster = createRoster();
  roster.merge([personOf("Ada One"), personOf("Ada Two"), personOf("Ada Three")]);
  roster.merge([
    personOf("Ada One", { status: "cancelled" }),
    personOf("Ada Two", { checkedInAt: "2030-05-01T09:00:00Z" }),
  ]);
  expect(roster.search("ada").map((person) => person.name)).toEqual(["Ada Three", "Ada Two", "Ada One"]);
  expect(roster.find("Ada Two")?.checkedInAt).toBe("2030-05-01T09:00:00Z");
  expect(roster.size()).toBe(3);
});

it("finds by ticket and reference, and a replaced ticket no more", () => {
  const roster = createRoster();
  roster.merge([personOf("Ada")]);
  expect([roster.findByTicket("t-Ada")?.name, roster.findByReference("r-Ada")?.name]).toEqual(["Ada", "Ada"]);
  roster.merge([personOf("Ada", { ticketId: "new" })]);
  expect([roster.findByTicket("t-Ada"), roster.findByTicket("new")?.name]).toEqual([undefined, "Ada"]);
});

it("lets this phone's own deeds stand over an older list until they are settled", () => {
  const roster = createRoster();
  roster.merge([personOf("Ada"), personOf("Ben", { checkedInAt: "2030-05-01T09:00:00Z", gate: "South" })]);
  roster.mark("Ada", { at: "2030-05-01T10:00:00Z", gate: "North", by: "Sam" });
  roster.mark("Ben", null);
  roster.merge([personOf("Ada")]);
  expect(roster.find("Ada")).toMatchObject({ checkedInAt: "2030-05-01T10:00:00Z", gate: "North", admittedBy: "Sam" });
  expect(roster.findByTicket("t-Ben")?.checkedInAt).toBeNull();
  expect(countPeople(roster.all())).toEqual({ registered: 2, checkedIn: 1, gates: [{ gate: "North", checkedIn: 1 }] });
  roster.unmark("Ada");
  expect(roster.find("Ada")?.checkedInAt).toBeNull();
});

it("finds the last of 20,000 people, and tells nobody from nobody", () => {
  const roster = createRoster();
  roster.merge(Array.from({ length: 20_000 }, (_, index) => personOf(`Guest${index} Person${index % 97}`)));
  expect(roster.search("guest19999 person")).toHaveLength(1);
  expect(roster.search("person5")).toHaveLength(20);
  expect(roster.search("zz")).toEqual([]);
});
