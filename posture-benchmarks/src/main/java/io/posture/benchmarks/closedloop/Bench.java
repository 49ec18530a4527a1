package io.posture.benchmarks.closedloop;

import io.posture.api.ItemProfile;
import io.posture.benchmarks.Draws;
import io.posture.core.plugin.PluginCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Items of one kind on their courses, sized once with everything known and once from what two years show.
 *
 * @param catalog the shipped plugins
 * @param items the items
 * @param courses the demand they meet
 * @param known profiles with everything known, by week of the year in which they are sized
 * @param seen profiles from data, by week of the year in which they are sized
 * @param seed seed of all draws
 */
record Bench(
        PluginCatalog catalog,
        List<TestItem> items,
        List<Course> courses,
        List<List<ItemProfile>> known,
        List<List<ItemProfile>> seen,
        long seed) {

    /** How much is simulated. */
    record Size(int items, int daysPerItem) {}

    /** Items of a kind, changed in some way or not. */
    static Bench of(
            PluginCatalog catalog, DailyDemand.Kind kind, UnaryOperator<TestItem> change, Size size, long seed) {
        List<TestItem> items = IntStream.range(0, size.items)
                .mapToObj(number -> change.apply(TestItem.draw(seed, kind, number)))
                .toList();
        List<Course> courses = items.stream()
                .map(item -> Course.of(
                        item.demand(), size.daysPerItem, Draws.of(seed, "course " + kind, item.number())))
                .toList();
        // seasonal items are sized every week, the others once
        int sizings = kind.isSeasonal() ? DailyDemand.YEAR / 7 : 1;
        List<List<ItemProfile>> known = new ArrayList<>();
        List<List<ItemProfile>> seen = new ArrayList<>();
        for (int week = 0; week < sizings; week++) {
            int ends = week;
            known.add(items.stream()
                    .map(item -> item.known(ends, Draws.of(seed, "known " + kind, item.number())))
                    .toList());
            seen.add(SeenItems.profiles(items, ends, seed));
        }
        return new Bench(catalog, items, courses, known, seen, seed);
    }

    /** A trial with everything known. */
    Trial.Score known(Trial trial, Stockroom room) {
        return trial.run(items, rules(trial, known), courses, room, seed);
    }

    /** A trial with what data show. */
    Trial.Score seen(Trial trial, Stockroom room) {
        return trial.run(items, rules(trial, seen), courses, room, seed);
    }

    /** How the shipped step finds the stock of most items. */
    String method(Trial trial) {
        Sizing sizing = Sizing.of(catalog, trial.settings());
        return sizing.method(known.get(0).get(0), trial.lot(items.get(0)));
    }

    private List<Rule> rules(Trial trial, List<List<ItemProfile>> profiles) {
        Sizing sizing = Sizing.of(catalog, trial.settings());
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int item = i;
            double lot = trial.lot(items.get(i));
            List<Rule> byWeek = profiles.stream()
                    .map(week -> sizing.rule(week.get(item), lot))
                    .toList();
            rules.add(byWeek.size() == 1 ? byWeek.get(0) : new Rule.ByWeek(byWeek));
        }
        return rules;
    }
}
