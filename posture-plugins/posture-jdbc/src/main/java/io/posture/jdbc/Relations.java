package io.posture.jdbc;

import io.posture.io.input.InputException;
import io.posture.io.input.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The tables and views of a database. Immutable. */
final class Relations {

    private static final int MOST_NAMED = 20;

    private final List<Relation> all;

    /**
     * A table or view.
     *
     * @param schema its schema; empty if it has none
     * @param name its name
     * @param found whether it is found by its name alone
     * @param part whether it is a part of another one, whose rows hold its rows
     */
    record Relation(String schema, String name, boolean found, boolean part) {

        String qualified() {
            return schema.isEmpty() ? name : schema + "." + name;
        }
    }

    Relations(List<Relation> all) {
        this.all = List.copyOf(all);
    }

    /** Names of those that are found by their name alone and are no part of another. */
    List<String> names() {
        return all.stream()
                .filter(relation -> relation.found() && !relation.part())
                .map(Relation::name)
                .toList();
    }

    /**
     * One by its name, alone or behind its schema and a dot, to the letter or else whatever its case.
     *
     * @param shown the address, for messages
     * @throws InputException if there is none, naming what is near
     */
    Relation named(String name, String shown) {
        return first(relation -> relation.found() && relation.name().equals(name))
                .or(() -> first(relation -> relation.qualified().equals(name)))
                .or(() -> first(relation -> relation.found() && relation.name().equalsIgnoreCase(name)))
                .or(() -> first(relation -> relation.qualified().equalsIgnoreCase(name)))
                .orElseThrow(() -> missing(name, shown));
    }

    private Optional<Relation> first(Predicate<Relation> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    private InputException missing(String name, String shown) {
        List<String> known = new ArrayList<>(names());
        all.stream().map(Relation::qualified).forEach(known::add);
        String near = NearestNames.maybe(name, known);
        List<String> some = names().stream().limit(MOST_NAMED).toList();
        return new InputException(shown + " has no table or view '" + name + "'. It has " + some
                + (names().size() > MOST_NAMED ? " and more" : "") + "."
                + (near.isEmpty() ? " Maybe name its schema as well: SCHEMA." + name + "." : near));
    }
}
