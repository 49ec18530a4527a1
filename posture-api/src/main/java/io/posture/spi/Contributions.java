package io.posture.spi;

import io.posture.explain.Origin;
import java.io.Serializable;
import java.util.function.Function;

/**
 * What a plugin offers, as received by the host. Ids are lower case words joined by dots or dashes; those of other vendors
 * than posture start with a prefix, for example {@code acme.slow}. Implemented by the host only: it may grow without
 * breaking plugins.
 *
 * <p>A configuration is a record. Its default instance is the documentation of the defaults; users' settings are laid over
 * it by component name, and its compact constructor is the place for checks. Every component carries a {@link Doc}.
 */
public interface Contributions {

    /** Offers a segmentation scheme. */
    <C extends Record & Serializable> void segmentation(
            String id, C defaults, Function<? super C, ? extends SegmentationScheme> factory);

    /** Offers a formula for order quantities. */
    <C extends Record & Serializable> void orderQuantity(
            String id, C defaults, Function<? super C, ? extends OrderQuantityFormula> factory);

    /** Offers a formula for safety stock. */
    <C extends Record & Serializable> void safetyStock(
            String id, C defaults, Function<? super C, ? extends SafetyStockFormula> factory);

    /** Offers a formula for strategic stockpiles. */
    <C extends Record & Serializable> void stockpile(
            String id, C defaults, Function<? super C, ? extends StockpileFormula> factory);

    /** Offers a posture strategy. */
    <C extends Record & Serializable> void strategy(
            String id, C defaults, Function<? super C, ? extends PostureStrategy> factory);

    /**
     * Publishes a calculation under a topic name, for people and tests that want one number.
     *
     * @param topic name, for example {@code buf.zFormula}
     * @param formula what it computes and who published it
     * @param inputs record of the inputs; an {@code Optional} component may be absent
     * @param function pure; the very function that formulas and schemes call
     */
    <I extends Record, R extends Record> void calculation(
            String topic, Origin.Formula formula, Class<I> inputs, Function<? super I, ? extends R> function);
}
