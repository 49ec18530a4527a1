package io.posture.io.policy;

import io.posture.io.input.NearestNames;
import io.posture.io.policy.PolicyTree.Entries;
import io.posture.io.policy.PolicyTree.Entry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a policy file with typed access to its keys; every refusal names the file and the line. */
final class PolicySection {

    private final String file;
    private final String place;
    private final Entries entries;

    /**
     * A part of a file.
     *
     * @param place where it stands, {@code size.service}; empty for the whole file
     */
    PolicySection(String file, String place, Entries entries) {
        this.file = file;
        this.place = place;
        this.entries = entries;
    }

    /** This section, if it has no other keys than these. */
    PolicySection only(Collection<String> keys) {
        entries.byKey().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                throw problem(
                        entry.line(),
                        "unknown key '" + path(key) + "'. Keys: " + keys + "." + NearestNames.maybe(key, keys));
            }
        });
        return this;
    }

    Map<String, Entry> byKey() {
        return entries.byKey();
    }

    boolean has(String key) {
        return entries.byKey().containsKey(key);
    }

    int line() {
        return entries.line();
    }

    /** Line of a key that is there. */
    int line(String key) {
        Entry entry = entries.byKey().get(key);
        return entry == null ? entries.line() : entry.line();
    }

    /** Everything in it as plain values, in a map of its own. */
    Map<String, Object> values() {
        return new LinkedHashMap<>(entries.values());
    }

    /** The section of a key; none if it is absent. */
    Optional<PolicySection> section(String key) {
        Entry entry = entries.byKey().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof Entries inner) {
            return Optional.of(new PolicySection(file, path(key), inner));
        }
        throw problem(entry.line(), path(key) + " must have keys of its own, was " + shown(entry.value()));
    }

    /** The sections of a key that holds one of them or a list; none if it is absent. */
    List<PolicySection> sections(String key) {
        Entry entry = entries.byKey().get(key);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value() instanceof List<?> list)) {
            return section(key).stream().toList();
        }
        return list.stream().map(element -> listed(key, entry, element)).toList();
    }

    private PolicySection listed(String key, Entry entry, Object element) {
        if (!(element instanceof Map<?, ?> map)) {
            throw problem(entry.line(), path(key) + " must be a list of keys and values, has " + shown(element));
        }
        Map<String, Entry> inner = new LinkedHashMap<>();
        map.forEach((name, value) -> inner.put(String.valueOf(name), new Entry(entry.line(), value)));
        return new PolicySection(file, path(key), new Entries(entry.line(), inner));
    }

    Optional<String> text(String key) {
        Entry entry = entries.byKey().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof String text) {
            return Optional.of(text);
        }
        throw problem(entry.line(), path(key) + " must be a text, was " + shown(entry.value()));
    }

    Optional<Double> number(String key) {
        Entry entry = entries.byKey().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        throw problem(entry.line(), path(key) + " must be a number, was " + shown(entry.value()));
    }

    Optional<Boolean> flag(String key) {
        Entry entry = entries.byKey().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof Boolean flag) {
            return Optional.of(flag);
        }
        throw problem(entry.line(), path(key) + " must be true or false, was " + shown(entry.value()));
    }

    Optional<LocalDate> date(String key) {
        return text(key).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException bad) {
                throw new PolicyException(
                        file + ":" + line(key) + " " + path(key) + " must be a date YYYY-MM-DD, was '" + text + "'",
                        bad);
            }
        });
    }

    /** Two ascending cut-offs. */
    Optional<List<Double>> cuts(String key) {
        Entry entry = entries.byKey().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof List<?> list
                && list.size() == 2
                && list.get(0) instanceof Number first
                && list.get(1) instanceof Number second) {
            return Optional.of(List.of(first.doubleValue(), second.doubleValue()));
        }
        throw problem(entry.line(), path(key) + " must be two numbers [first, second], was " + shown(entry.value()));
    }

    /** Numbers by name; none if the key is absent. */
    Map<String, Object> numbers(String key) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        section(key)
                .ifPresent(inner -> inner.byKey()
                        .keySet()
                        .forEach(name -> inner.number(name).ifPresent(number -> numbers.put(name, number))));
        return numbers;
    }

    PolicyException problem(int line, String what) {
        return new PolicyException(file + ":" + line + " " + what);
    }

    /** The full name of one of its keys. */
    String path(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private static String shown(Object value) {
        return value instanceof Entries inner ? String.valueOf(inner.byKey().keySet()) : "'" + value + "'";
    }
}
