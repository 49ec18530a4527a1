package io.posture.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Confidence;
import io.posture.api.LeadTime;
import io.posture.api.RowRefs;
import io.posture.api.Segment;
import io.posture.api.SourcingLink;
import io.posture.api.SupplyProfile;
import io.posture.api.Upstream;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.spi.SegmentationScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers of the worked chain are those of DOMAIN M, computed there by independent reference code. */
class SupplySchemesTest {

    private static final Upstream GOA = new Upstream("Plant Goa", "IN", 1);
    private static final Upstream PUNE = new Upstream("Plant Pune", "IN", 1);
    private static final Upstream LYON = new Upstream("Plant Lyon", "FR", 1);
    private static final Upstream NOWHERE = new Upstream("Plant 12", "", 1);

    @Test
    void flagshipComponent() {
        // 20 + 15 + 10 * .3 + 15 + 15 * .1 / .6 + 10 * .08 / .28 + 5 * .2 + 10 * .5
        SourcingLink link = Profiles.link(
                "sole",
                "CN",
                1,
                OptionalDouble.of(0.3),
                Optional.of(Profiles.service(0.90)),
                OptionalDouble.of(80),
                new Upstream("a", "CN", 0.25),
                new Upstream("b", "CN", 0.25));
        Segment segment = sri(Profiles.supply(Optional.of(Profiles.leadTime(112, 11.2)), link));
        assertEquals(64.357, segment.figure("sri").value(), 5e-4);
        assertEquals(64.357, segment.figure("sriHigh").value(), 5e-4);
        assertEquals(1, segment.figure("sriCoverage").value(), 1e-9);
        assertEquals("CONFIRMED", segment.code());
        assertEquals(0.5, segment.figure("sriTier2").value(), 1e-12);
    }

    @Test
    void localPart() {
        SupplierRiskIndex.Result result = SupplierRiskIndex.calculate(new SupplierRiskIndex.Inputs(
                Optional.of(List.of(0.6, 0.4)),
                Optional.of(List.of(1.0)),
                true,
                OptionalDouble.of(0.05),
                OptionalDouble.of(5),
                OptionalDouble.of(0.15),
                OptionalDouble.of(0.97),
                OptionalDouble.of(0.1),
                OptionalDouble.of(0.2)));
        assertEquals(25.707142857142863, result.sri(), 1e-9);
        assertEquals(0.18, result.components().source().orElseThrow(), 1e-12);
    }

    @Test
    void missingComponentsCountOneHalfWithBounds() {
        SupplierRiskIndex.Result result = SupplierRiskIndex.calculate(new SupplierRiskIndex.Inputs(
                Optional.of(List.of(1.0)),
                Optional.empty(),
                false,
                OptionalDouble.empty(),
                OptionalDouble.of(60),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
        assertEquals(60.07142857142858, result.sri(), 1e-9);
        assertEquals(27.57142857142857, result.low(), 1e-9);
        assertEquals(92.57142857142857, result.high(), 1e-9);
        assertEquals(0.35, result.coverage(), 1e-12);
    }

    @Test
    void withoutASupplierEverythingIsMissingAlsoABorrowedLeadTime() {
        Segment segment = sri(new SupplyProfile(List.of(), Optional.of(borrowed()), 0, 0));
        assertEquals("PROVISIONAL", segment.code());
        assertEquals(50, segment.figure("sri").value(), 1e-9);
        assertEquals(0, segment.figure("sriLow").value(), 1e-9);
        assertEquals(100, segment.figure("sriHigh").value(), 1e-9);
        assertTrue(segment.findScore("sriLeadTime").isEmpty());
        assertEquals(
                Finding.UNKNOWN,
                segment.reason().find("sriLeadTime").orElseThrow().text());
    }

    @Test
    void aLeadTimeFromAContractIsKnown() {
        Segment segment = sri(Profiles.supply(Optional.of(borrowed()), Profiles.link("s", "DE", 1)));
        assertEquals((30 - 7) / 105.0, segment.findScore("sriLeadTime").orElseThrow(), 1e-12);
    }

    @Test
    void oneSupplierOfUnknownCountryLeavesTheRegionMissing() {
        Segment segment =
                sri(Profiles.supply(Optional.empty(), Profiles.link("a", "DE", 0.9), Profiles.link("b", "", 0.1)));
        assertTrue(segment.findScore("sriRegion").isEmpty());
    }

    @Test
    void regionIsTheCountryOfThePlantsWhereTheyAreMapped() {
        SupplyMap map = SupplyMap.of(Profiles.supply(
                Optional.empty(),
                Profiles.link("trader", "CH", 0.5, new Upstream("p", "IN", 0.5), new Upstream("q", "CN", 0.5)),
                Profiles.link("maker", "DE", 0.5, new Upstream("r", "", 1))));
        assertEquals(Map.of("IN", 0.25, "CN", 0.25, "DE", 0.5), map.regions());
    }

    @Test
    void aPartlyMappedChainIsExposedByItsUnmappedRest() {
        SourcingLink half = Profiles.link("a", "DE", 0.5, new Upstream("p", "DE", 0.4), new Upstream("q", "DE", 0.4));
        SourcingLink single = Profiles.link("b", "DE", 0.5, new Upstream("r", "DE", 0.7));
        Segment segment = sri(Profiles.supply(Optional.empty(), half, single));
        // 0.5 * 0.2 unmapped + 0.5 * (0.3 unmapped + 0.7 on one node)
        assertEquals(0.6, segment.findScore("sriTier2").orElseThrow(), 1e-12);
    }

    @Test
    void aChainThatNobodyMappedIsMissingAndNotSafe() {
        Segment segment = sri(Profiles.supply(Optional.empty(), Profiles.link("a", "DE", 1)));
        assertTrue(segment.findScore("sriTier2").isEmpty());
    }

    @Test
    void aQualifiedAlternateHalvesTheSourceComponent() {
        Segment segment =
                sri(Profiles.supply(Optional.empty(), Profiles.link("a", "DE", 1), Profiles.link("b", "FR", 0)));
        assertEquals(0.5, segment.findScore("sriSource").orElseThrow(), 1e-12);
    }

    @Test
    void everyKnownComponentIsExplained() {
        SourcingLink link = Profiles.link(
                "sole",
                "CN",
                1,
                OptionalDouble.of(0.3),
                Optional.of(Profiles.service(0.9)),
                OptionalDouble.of(80),
                GOA);
        Segment segment = sri(Profiles.supply(Optional.of(Profiles.leadTime(30, 3)), link));
        Figure sri = segment.figure("sri");
        assertEquals(8, sri.because().size());
        assertTrue(sri.because().stream().allMatch(part -> part.because().size() > 1));
        assertTrue(sri.find("linesOnTimeInFull").isPresent());
    }

    @Test
    void severalVendorsOfOnePlantAreConcentratedAndThePlantIsNamed() {
        Segment segment = sourcing(Profiles.supply(
                Optional.empty(), Profiles.link("a", "DE", 0.6, GOA), Profiles.link("b", "FR", 0.4, GOA)));
        assertEquals("CONCENTRATED_SITE", segment.code());
        assertEquals(
                "single plant behind 2 suppliers (Plant Goa)",
                segment.reason().find("sourcingText").orElseThrow().text());
    }

    @Test
    void severalPlantsOfOneCountryAreConcentrated() {
        Segment segment = sourcing(Profiles.supply(
                Optional.empty(), Profiles.link("a", "DE", 0.6, GOA), Profiles.link("b", "FR", 0.4, PUNE)));
        assertEquals("CONCENTRATED_COUNTRY", segment.code());
        assertTrue(segment.reason().find("sourcingText").orElseThrow().text().endsWith("(IN)"));
    }

    @Test
    void plantsInTwoCountriesAreSeveralSources() {
        Segment segment = sourcing(Profiles.supply(
                Optional.empty(), Profiles.link("a", "DE", 0.6, GOA), Profiles.link("b", "FR", 0.4, LYON)));
        assertEquals("MULTI_SOURCE", segment.code());
        assertEquals(0.6, segment.figure("largestSiteShare").value(), 1e-12);
        assertEquals(2, segment.figure("sites").value());
    }

    @Test
    void oneSupplierIsASingleSource() {
        assertEquals(
                "SINGLE_SOURCE",
                sourcing(Profiles.supply(Optional.empty(), Profiles.link("a", "DE", 1, GOA)))
                        .code());
    }

    @Test
    void noSupplierIsSaid() {
        assertEquals("NO_SUPPLIER", sourcing(SupplyProfile.UNKNOWN).code());
    }

    @Test
    void suppliersInTwoCountriesWithoutPlantsAreNotConfirmedIndependent() {
        assertEquals(
                "UNMAPPED",
                sourcing(Profiles.supply(
                                Optional.empty(), Profiles.link("a", "DE", 0.6), Profiles.link("b", "FR", 0.4)))
                        .code());
    }

    @Test
    void plantsOfUnknownCountryAreNotConfirmedIndependent() {
        Segment segment = sourcing(Profiles.supply(
                Optional.empty(), Profiles.link("a", "", 0.6, GOA), Profiles.link("b", "", 0.4, NOWHERE)));
        assertEquals("UNMAPPED", segment.code());
        assertEquals(
                "2 suppliers of unconfirmed independence (the countries of 2 plants are not all known)",
                segment.reason().find("sourcingText").orElseThrow().text());
    }

    @Test
    void suppliersOfOneCountryAreConcentratedEvenUnmapped() {
        assertEquals(
                "CONCENTRATED_COUNTRY",
                sourcing(Profiles.supply(
                                Optional.empty(), Profiles.link("a", "DE", 0.6), Profiles.link("b", "DE", 0.4)))
                        .code());
    }

    @Test
    void anAlternateBehindTheSamePlantIsNotIndependent() {
        Segment same = sourcing(
                Profiles.supply(Optional.empty(), Profiles.link("a", "DE", 1, GOA), Profiles.link("b", "FR", 0, GOA)));
        assertEquals(0, same.figure("independentAlternates").value());
        Segment other = sourcing(
                Profiles.supply(Optional.empty(), Profiles.link("a", "DE", 1, GOA), Profiles.link("b", "FR", 0, LYON)));
        assertEquals(1, other.figure("independentAlternates").value());
    }

    private static LeadTime borrowed() {
        return new LeadTime(
                30,
                9,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "contract",
                30,
                0,
                Confidence.ASSUMED,
                RowRefs.NONE);
    }

    private static Segment sri(SupplyProfile supply) {
        return classify(SriScheme.of(SriScheme.Config.DEFAULTS), supply);
    }

    private static Segment sourcing(SupplyProfile supply) {
        return classify(SourcingScheme.of(new SourcingScheme.Config()), supply);
    }

    private static Segment classify(SegmentationScheme scheme, SupplyProfile supply) {
        return Stream.of(Profiles.supplied(supply))
                .collect(scheme.fit())
                .classify(Profiles.alone(Profiles.supplied(supply)));
    }
}
