package io.posture.resilience.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** All places of a graph by what their failure costs: no probability is needed for that, and none is guessed. */
public final class ExposureRanking {

    private ExposureRanking() {}

    /**
     * The ranking: largest impact first, then by id; places whose recovery is not known at the end. The same whatever the
     * number of threads.
     *
     * @param limit longest time for a program
     */
    public static List<PlaceExposure> of(SupplyGraph graph, Duration limit) {
        List<Place> places = graph.places();
        List<Optional<Impact>> impacts = places.parallelStream()
                .map(place -> impact(graph, place, limit))
                .toList();
        double largest = impacts.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Impact::lost)
                .max()
                .orElse(0);
        List<PlaceExposure> ranking = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Optional<Impact> impact = impacts.get(i);
            ranking.add(new PlaceExposure(
                    places.get(i),
                    impact.isPresent() ? PlaceExposure.State.MEASURED : PlaceExposure.State.RECOVERY_UNKNOWN,
                    impact,
                    impact.isPresent()
                            ? OptionalDouble.of(largest > 0 ? impact.get().lost() / largest : 0)
                            : OptionalDouble.empty()));
        }
        ranking.sort(Comparator.comparing(PlaceExposure::state)
                .thenComparing(exposure -> -exposure.impact().map(Impact::lost).orElse(0.0))
                .thenComparing(exposure -> exposure.place().id()));
        return List.copyOf(ranking);
    }

    private static Optional<Impact> impact(SupplyGraph graph, Place place, Duration limit) {
        return place.ttrDays().isEmpty()
                ? Optional.empty()
                : Optional.of(NetworkPrograms.impact(
                        graph.network(),
                        graph.event(Set.of(place.id())),
                        place.ttrDays().getAsDouble(),
                        limit));
    }
}
