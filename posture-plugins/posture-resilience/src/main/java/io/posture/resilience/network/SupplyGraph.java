package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of the way to our goods: places, parts with their components, and the sources of parts. It is compiled
 * into a network of sites: one for each step of each source, and one for what we hold of each part. Immutable; to be
 * shared by threads.
 */
public final class SupplyGraph {

    private final Map<String, Place> places;
    private final Map<String, Set<String>> sitesAt;
    private final SiteNetwork network;
    private final List<VisibilityGap> gaps;
    private final List<SharedPlace> sharedPlaces;

    private SupplyGraph(Builder builder) {
        places = Map.copyOf(builder.places);
        network = SiteNetwork.withoutCycles(builder.sites, builder.finished);
        sitesAt = builder.sitesByPlaceAndRegion();
        gaps = builder.gaps(network);
        sharedPlaces = builder.sharedPlaces();
    }

    /**
     * A graph.
     *
     * @param places where something can fail
     * @param parts what is bought, made or sold
     * @param sources ways by which parts come; a part with components and no source is made by us
     * @param finished parts that are sold
     * @throws IllegalArgumentException if an id is used twice or not known, or regions lie in each other
     */
    public static SupplyGraph of(
            Collection<Place> places,
            Collection<Part> parts,
            Collection<Source> sources,
            Collection<FinishedGood> finished) {
        return new SupplyGraph(new Builder(places, parts, sources, finished));
    }

    /** Everything as sites. */
    public SiteNetwork network() {
        return network;
    }

    /** The places, by id in order. */
    public List<Place> places() {
        return places.values().stream().sorted(Comparator.comparing(Place::id)).toList();
    }

    /** What is not known, by kind and subject in order. */
    public List<VisibilityGap> gaps() {
        return gaps;
    }

    /** Places that all sources of a part pass, by part and place in order. */
    public List<SharedPlace> sharedPlaces() {
        return sharedPlaces;
    }

    /**
     * The event in which some places fail together, regions with all that lies in them.
     *
     * @throws IllegalArgumentException if a place is not known
     */
    public NetworkEvent event(Set<String> failing) {
        Set<String> sites = new HashSet<>();
        for (String id : new TreeSet<>(failing)) {
            known("place", id, places);
            sites.addAll(sitesAt.getOrDefault(id, Set.of()));
        }
        return new NetworkEvent(sites, Set.of());
    }

    private static <T> T known(String what, String id, Map<String, T> all) {
        return Optional.ofNullable(all.get(id))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no " + what + " '" + id + "' in the graph. Maybe its row is missing or was set aside."));
    }

    private static <T> Map<String, T> byId(String what, Collection<T> all, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T one : all) {
            if (byId.put(id.apply(one), one) != null) {
                throw new IllegalArgumentException(what + " '" + id.apply(one) + "' is in the graph twice");
            }
        }
        return byId;
    }

    /** Compiles the sites. */
    private static final class Builder {

        private final Map<String, Place> places;
        private final Map<String, Part> parts;
        private final Map<String, List<Source>> sources = new TreeMap<>();
        private final List<FinishedGood> finished;
        private final List<Site> sites = new ArrayList<>();
        private final Map<String, Set<String>> sitesAtPlace = new TreeMap<>();

        Builder(
                Collection<Place> places,
                Collection<Part> parts,
                Collection<Source> sources,
                Collection<FinishedGood> finished) {
            this.places = byId("place", places, Place::id);
            this.parts = byId("part", parts, Part::id);
            this.finished = List.copyOf(finished);
            for (Source source : sources) {
                known("part", source.part(), this.parts);
                source.steps().forEach(step -> known("place", step.place(), this.places));
                this.sources
                        .computeIfAbsent(source.part(), part -> new ArrayList<>())
                        .add(source);
            }
            finished.forEach(good -> known("part", good.id(), this.parts));
            this.places.values().forEach(this::regions);
            this.parts.values().forEach(this::compile);
        }

        /** Our stock of a part is a site; it is fed by the last step of each source. */
        private void compile(Part part) {
            List<Need> components = new ArrayList<>();
            for (Part.Use use : part.components()) {
                known("part", use.part(), parts);
                components.add(new Need(List.of(use.part()), use.perUnit()));
            }
            List<String> last = new ArrayList<>();
            List<Source> ways = sources.getOrDefault(part.id(), List.of());
            for (int way = 0; way < ways.size(); way++) {
                List<Need> needs = components;
                String site = "";
                for (int step = 0; step < ways.get(way).steps().size(); step++) {
                    Source.Step at = ways.get(way).steps().get(step);
                    site = part.id() + " #" + (way + 1) + "." + (step + 1) + " " + at.place();
                    sites.add(new Site(site, at.stock(), at.capacityPerDay(), needs));
                    sitesAtPlace
                            .computeIfAbsent(at.place(), place -> new HashSet<>())
                            .add(site);
                    needs = List.of(new Need(List.of(site), 1));
                }
                last.add(site);
            }
            List<Need> needs = last.isEmpty() ? components : List.of(new Need(last, 1));
            sites.add(new Site(part.id(), part.stock(), OptionalDouble.empty(), needs));
        }

        /** The regions that a place lies in, the nearest first. */
        private List<Place> regions(Place place) {
            List<Place> regions = new ArrayList<>();
            Place at = place;
            while (at.within().isPresent()) {
                at = known("region", at.within().get(), places);
                if (at.kind() != Place.Kind.REGION) {
                    throw new IllegalArgumentException(
                            "'" + place.id() + "' cannot lie in '" + at.id() + "', which is a " + at.kind());
                }
                if (at.equals(place) || regions.contains(at)) {
                    throw new IllegalArgumentException(
                            "regions lie in each other: '" + at.id() + "' and those around it");
                }
                regions.add(at);
            }
            return regions;
        }

        Map<String, Set<String>> sitesByPlaceAndRegion() {
            Map<String, Set<String>> all = new HashMap<>();
            sitesAtPlace.forEach((id, at) -> {
                all.computeIfAbsent(id, place -> new HashSet<>()).addAll(at);
                for (Place region : regions(known("place", id, places))) {
                    all.computeIfAbsent(region.id(), place -> new HashSet<>()).addAll(at);
                }
            });
            return all;
        }

        List<VisibilityGap> gaps(SiteNetwork compiled) {
            Set<VisibilityGap> gaps = new HashSet<>();
            for (Part part : parts.values()) {
                List<Source> ways = sources.getOrDefault(part.id(), List.of());
                if (ways.isEmpty() && part.components().isEmpty()) {
                    gaps.add(new VisibilityGap(VisibilityGap.Kind.SOURCE_UNKNOWN, part.id()));
                }
                for (Source way : ways) {
                    if (way.steps().size() == 1 && part.components().isEmpty()) {
                        gaps.add(new VisibilityGap(
                                VisibilityGap.Kind.TIER_BEHIND_UNKNOWN,
                                way.steps().get(0).place()));
                    }
                }
            }
            for (Place place : places.values()) {
                boolean grounded = place.kind() == Place.Kind.SUPPLIER || place.kind() == Place.Kind.PLANT;
                if (grounded && place.within().isEmpty()) {
                    gaps.add(new VisibilityGap(VisibilityGap.Kind.REGION_UNKNOWN, place.id()));
                }
                if (place.ttrDays().isEmpty()) {
                    gaps.add(new VisibilityGap(VisibilityGap.Kind.RECOVERY_UNKNOWN, place.id()));
                }
            }
            compiled.cycles()
                    .forEach(cycle ->
                            gaps.add(new VisibilityGap(VisibilityGap.Kind.CYCLE_CUT, SiteNetwork.shown(cycle))));
            return gaps.stream()
                    .sorted(Comparator.comparing(VisibilityGap::kind).thenComparing(VisibilityGap::subject))
                    .toList();
        }

        List<SharedPlace> sharedPlaces() {
            List<SharedPlace> shared = new ArrayList<>();
            sources.forEach((part, ways) -> {
                Set<String> common = new TreeSet<>(passed(ways.get(0)));
                ways.forEach(way -> common.retainAll(passed(way)));
                if (ways.size() > 1) {
                    common.forEach(id -> shared.add(new SharedPlace(
                            part, ways.size(), id, known("place", id, places).kind())));
                }
            });
            return List.copyOf(shared);
        }

        private Set<String> passed(Source way) {
            return way.steps().stream()
                    .map(step -> known("place", step.place(), places))
                    .flatMap(place -> {
                        List<Place> all = new ArrayList<>(regions(place));
                        all.add(place);
                        return all.stream();
                    })
                    .map(Place::id)
                    .collect(Collectors.toSet());
        }
    }
}
