package io.posture.testkit;

import io.posture.api.ItemProfile;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.List;
import java.util.stream.Collector;

/** Fits a scheme part by part, as a host does that spreads a population over threads or machines. */
final class Fits {

    private Fits() {}

    /** The segmenter from parts of a population, merged in their order. */
    static Segmenter of(SegmentationScheme scheme, List<List<ItemProfile>> parts) {
        return merged(scheme.fit(), parts);
    }

    /** The segmenter whose half-filled container went to another process and back. */
    static Segmenter serialized(SegmentationScheme scheme, List<ItemProfile> items) {
        return sent(scheme.fit(), items);
    }

    private static <A> Segmenter merged(
            Collector<ItemProfile, A, ? extends Segmenter> collector, List<List<ItemProfile>> parts) {
        A all = collector.supplier().get();
        for (List<ItemProfile> part : parts) {
            A container = collector.supplier().get();
            part.forEach(item -> collector.accumulator().accept(container, item));
            all = collector.combiner().apply(all, container);
        }
        return collector.finisher().apply(all);
    }

    private static <A> Segmenter sent(
            Collector<ItemProfile, A, ? extends Segmenter> collector, List<ItemProfile> items) {
        A container = collector.supplier().get();
        items.subList(0, items.size() / 2)
                .forEach(item -> collector.accumulator().accept(container, item));
        A arrived = copy(container);
        items.subList(items.size() / 2, items.size())
                .forEach(item -> collector.accumulator().accept(arrived, item));
        return collector.finisher().apply(arrived);
    }

    /** A copy of an object as it arrives in another process. */
    static <T> T copy(T object) {
        ClassLoader loader = object.getClass().getClassLoader();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException problem) {
            throw new AssertionError(object.getClass() + " must be serializable: " + problem, problem);
        }
        try (LoadingStream in = new LoadingStream(new ByteArrayInputStream(bytes.toByteArray()), loader)) {
            // an object comes back as what it went
            @SuppressWarnings("unchecked")
            T copy = (T) in.readObject();
            return copy;
        } catch (IOException | ClassNotFoundException problem) {
            throw new AssertionError(object.getClass() + " must be serializable: " + problem, problem);
        }
    }

    /** Finds the classes of the plugin under test. */
    private static final class LoadingStream extends ObjectInputStream {

        private final ClassLoader loader;

        LoadingStream(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException elsewhere) {
                return super.resolveClass(description);
            }
        }
    }
}
