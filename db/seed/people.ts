import type { Role } from "@/lib/access/actor";
import type { Random } from "./random";

export type DemoPerson = {
  id: string;
  email: string;
  name: string;
  department: string;
  role: Role;
  hasPassword: boolean;
};

const departments = [
  ["Engineering", 96],
  ["Product", 42],
  ["Design", 28],
  ["Sales", 58],
  ["Marketing", 36],
  ["People", 24],
  ["Finance", 26],
  ["Operations", 60],
  ["Research", 30],
] as const;

const givenNames =
  "Ada Amara Anders Aisha Beatriz Björn Carlos Chiara Chen Daniel Deepa Diego Elif Emma Erik Fatima Felix Freya Gabriel Giulia Hana Hugo Ines Ivan Jamal Jana Johan Julia Kai Kavya Kenji Lars Laura Leila Liam Lina Lucas Luisa Maja Marco Maria Mateo Mehmet Mia Mina Nadia Nia Niklas Noah Noor Olga Oliver Omar Paula Pedro Petra Priya Rafael Ravi Rosa Sam Sana Sara Selim Sofia Stefan Tariq Tessa Theo Tomás Uma Valentina Viktor Wei Yara Yusuf Zoë Zara Łukasz Åsa".split(
    " ",
  );
const familyNames =
  "Adeyemi Almeida Andersson Bauer Becker Bianchi Brandt Castillo Chatterjee Chen Costa Dahl Demir Diallo Eriksen Fernández Fischer Fontaine García Goldberg Haddad Hansen Hoffmann Horvat Iyer Jansen Jensen Kaya Keller Khan Kim Kowalski Kumar Larsen Lehmann Lindqvist Lopes Marino Meyer Moreau Müller Nakamura Ndiaye Nguyen Novak Okafor Okonkwo Oliveira Park Patel Petrov Pham Popescu Ramos Reyes Ricci Rossi Sato Schmidt Schneider Silva Singh Sokolov Suzuki Tanaka Torres Vogel Wagner Walsh Weber Wójcik Yılmaz Zhang Zimmermann O'Brien van Dijk".split(
    " ",
  );

/** About 400 people of one company: the accounts that the demo offers, then colleagues in nine departments. */
export function makePeople(random: Random, foundedAt: Date): DemoPerson[] {
  const staff = (email: string, name: string, department: string, role: Role): DemoPerson => ({
    id: random.id(foundedAt),
    email,
    name,
    department,
    role,
    hasPassword: true,
  });
  const named = [
    staff("admin@demo.test", "Robin Castellanos", "Operations", "admin"),
    staff("organizer@demo.test", "Ines Lindqvist", "People", "organizer"),
    staff("organizer2@demo.test", "Theo Okafor", "Marketing", "organizer"),
    staff("staff@demo.test", "Sam Haddad", "Operations", "attendee"),
  ];
  const seats = departments.flatMap(([department, size]) => Array.from({ length: size }, () => department));
  const taken = new Set<string>();
  const colleagues = random.sample(seats, seats.length).map((department, index): DemoPerson => {
    const name = unusedName(random, taken);
    const isOffered = index < 50;
    const email = isOffered ? `attendee${index + 1}@demo.test` : `${addressOf(name)}@demo.test`;
    return { id: random.id(foundedAt), email, name, department, role: "attendee", hasPassword: isOffered };
  });
  return [...named, ...colleagues];
}

function unusedName(random: Random, taken: Set<string>): string {
  for (;;) {
    const name = `${random.pick(givenNames)} ${random.pick(familyNames)}`;
    const address = addressOf(name);
    if (!taken.has(address)) {
      taken.add(address);
      return name;
    }
  }
}

function addressOf(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f']/g, "")
    .replaceAll("ł", "l")
    .replaceAll("Ł", "L")
    .replaceAll("ı", "i")
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ".");
}
