package io.posture.benchmarks.catalogue;

import io.posture.api.Supplier;
import io.posture.benchmarks.Draws;
import io.posture.profile.PopulationBuilder;
import io.posture.profile.SupplyLinkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A supplier of the made-up manufacturer.
 *
 * @param id key
 * @param origin where it sits
 * @param country ISO 3166-1 alpha-2 code
 * @param punctual share of its lines that come complete by the confirmed day
 * @param leadTimeCv coefficient of variation of its lead times
 * @param financialScore 0 to 100, 100 best
 * @param plants number of plants behind it
 */
record Vendor(
        String id,
        Family.Origin origin,
        String country,
        double punctual,
        double leadTimeCv,
        double financialScore,
        int plants) {

    private static final int HOME = 165;
    private static final int NEAR = 90;
    private static final int FAR = 45;
    private static final String[] NEARBY = {"CZ", "IT", "PL", "CH", "AT", "FR"};
    private static final String[] DISTANT = {"CN", "CN", "TW", "US", "IN"};

    /** Risk of every country in play, 1 worst: near one minus the percentile ranks of the World Bank's indicators. */
    private static final String[] COUNTRIES = {
        "DE 0.11", "CZ 0.20", "IT 0.33", "PL 0.30", "CH 0.05", "AT 0.12", "FR 0.22", "CN 0.58", "TW 0.17", "US 0.20",
        "IN 0.52"
    };

    /** All suppliers: more than half at home, a third nearby, the rest overseas. */
    static List<Vendor> all(long seed) {
        List<Vendor> vendors = new ArrayList<>();
        for (int i = 0; i < HOME + NEAR + FAR; i++) {
            Draws draws = Draws.of(seed, "vendor", i);
            String id = String.format(Locale.ROOT, "V%03d", i);
            double score = draws.between(40, 95);
            if (i < HOME) {
                vendors.add(new Vendor(
                        id,
                        Family.Origin.HOME,
                        "DE",
                        draws.between(0.93, 0.995),
                        draws.between(0.08, 0.20),
                        score,
                        draws.chance(0.55) ? 2 : 1));
            } else if (i < HOME + NEAR) {
                vendors.add(new Vendor(
                        id,
                        Family.Origin.NEAR,
                        NEARBY[draws.below(NEARBY.length)],
                        draws.between(0.90, 0.985),
                        draws.between(0.12, 0.25),
                        score,
                        draws.chance(0.5) ? 2 : 1));
            } else {
                vendors.add(new Vendor(
                        id,
                        Family.Origin.FAR,
                        DISTANT[draws.below(DISTANT.length)],
                        draws.between(0.78, 0.95),
                        draws.between(0.20, 0.40),
                        score,
                        draws.chance(0.4) ? 2 : 1));
            }
        }
        return vendors;
    }

    /** Another supplier of the same origin. */
    static Vendor pick(List<Vendor> vendors, Family.Origin origin, Draws draws) {
        return switch (origin) {
            case HOME -> vendors.get(draws.below(HOME));
            case NEAR -> vendors.get(HOME + draws.below(NEAR));
            case FAR -> vendors.get(HOME + NEAR + draws.below(FAR));
        };
    }

    /** How much longer its goods take than from the own country. */
    double leadTimeFactor() {
        return switch (origin) {
            case HOME -> 1;
            case NEAR -> 1.3;
            case FAR -> 3;
        };
    }

    static void addCountries(PopulationBuilder builder) {
        for (String country : COUNTRIES) {
            builder.countryRisk(country.substring(0, 2), Double.parseDouble(country.substring(3)));
        }
    }

    void addTo(PopulationBuilder builder, Gaps gaps) {
        Vendor self = this;
        builder.supplier(new Supplier() {
            @Override
            public String id() {
                return self.id;
            }

            @Override
            public String country() {
                return gaps.hides(Gaps.Fact.COUNTRY) ? "" : self.country;
            }

            @Override
            public OptionalDouble financialScore() {
                return gaps.unless(Gaps.Fact.FINANCES, self.financialScore);
            }
        });
        if (!gaps.hides(Gaps.Fact.PLANTS)) {
            for (int plant = 1; plant <= plants; plant++) {
                builder.supplyLink(
                        new SupplyLinkRow(id, id + "-plant-" + plant, "", OptionalDouble.of(1.0 / plants), country));
            }
        }
    }
}
