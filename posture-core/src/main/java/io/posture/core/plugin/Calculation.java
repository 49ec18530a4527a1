package io.posture.core.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.posture.explain.Origin;
import java.util.List;
import java.util.function.UnaryOperator;

/** A named calculation: one quantity from its inputs, as documents. */
public final class Calculation {

    private final String topic;
    private final Origin.Formula formula;
    private final List<Setting> inputs;
    private final UnaryOperator<JsonNode> function;

    Calculation(String topic, Origin.Formula formula, List<Setting> inputs, UnaryOperator<JsonNode> function) {
        this.topic = topic;
        this.formula = formula;
        this.inputs = List.copyOf(inputs);
        this.function = function;
    }

    /** Its name, for example {@code buf.zFormula}. */
    public String topic() {
        return topic;
    }

    /** What it computes and who published it. */
    public Origin.Formula formula() {
        return formula;
    }

    /** Its inputs; the default of a required one is empty. */
    public List<Setting> inputs() {
        return inputs;
    }

    /**
     * The result.
     *
     * @param arguments an object with the inputs by name
     * @throws IllegalArgumentException if an input is unknown, missing, ill-typed or out of range
     */
    public JsonNode apply(JsonNode arguments) {
        return function.apply(arguments);
    }
}
