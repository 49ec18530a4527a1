package io.posture.api;

import io.posture.explain.Figure;
import io.posture.explain.Finding;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The class a segmentation scheme put an item in.
 *
 * @param code the class, for example {@code A}; {@link #NONE} if the item cannot be classed
 * @param figures scores behind the class, for example {@code sri}, {@code sriLow}; empty for a plain class
 * @param reason why, as a reason tree whose value is the code
 */
public record Segment(String code, List<Figure> figures, Finding reason) implements Serializable {

    private static final long serialVersionUID = 1;

    /** Code of an item that a scheme cannot class because a fact is missing. */
    public static final String NONE = "NONE";

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the code is blank
     */
    public Segment {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a segment needs a code");
        }
        figures = List.copyOf(figures);
    }

    /** A plain class. */
    public static Segment of(String code, Finding reason) {
        return new Segment(code, List.of(), reason);
    }

    /** The value of a score; empty if this segment has no score of that name, which means it is unknown. */
    public OptionalDouble findScore(String name) {
        Figure figure = first(name);
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure.value());
    }

    /** A score with its reasons; empty if this segment has none of that name, which means it is unknown. */
    public Optional<Figure> findFigure(String name) {
        return Optional.ofNullable(first(name));
    }

    /**
     * A score.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists what exists
     */
    public Figure figure(String name) {
        Figure figure = first(name);
        if (figure == null) {
            throw new IllegalArgumentException("no score '" + name + "' in segment '" + code + "'. Available: "
                    + figures.stream().map(Figure::name).collect(Collectors.joining(", ", "[", "]")));
        }
        return figure;
    }

    private @Nullable Figure first(String name) {
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).name().equals(name)) {
                return figures.get(i);
            }
        }
        return null;
    }
}
