package io.posture.core.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.core.Step;
import io.posture.explain.Origin;
import io.posture.spi.Contributions;
import io.posture.spi.OrderQuantityFormula;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;
import io.posture.spi.PostureStrategy;
import io.posture.spi.SafetyStockFormula;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.StockpileFormula;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The installed plugins and what they offer. Immutable after it was made and thread-safe; owns the class loaders of a
 * plugins directory until it is closed.
 */
public final class PluginCatalog implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9]+([.-][a-zA-Z0-9]+)+");

    private final RecordDocuments documents = new RecordDocuments();
    private final ProviderScan scan;
    private final List<LoadedPlugin> plugins = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<Kind, SortedMap<String, Offer<?>>> offers = new EnumMap<>(Kind.class);
    private final SortedMap<String, Topic> topics = new TreeMap<>();

    private PluginCatalog(ProviderScan scan) {
        this.scan = scan;
        for (Kind kind : Kind.values()) {
            offers.put(kind, new TreeMap<>());
        }
        problems.addAll(scan.problems());
        Map<String, PluginInfo> byId = new HashMap<>();
        for (PosturePlugin plugin : scan.found()) {
            collect(plugin, byId);
        }
        plugins.sort(Comparator.comparing(plugin -> plugin.info().id()));
    }

    /**
     * The plugins that a class loader sees, on the class path or the module path.
     *
     * @throws PluginException if anything is wrong with any of them; all problems are listed
     */
    public static PluginCatalog onPath(ClassLoader loader) {
        return inspect(loader, Optional.empty()).requireSound();
    }

    /**
     * The plugins that a class loader sees and those of a folder, where every sub-folder of jars is one plugin with a
     * class loader of its own.
     *
     * @throws PluginException if the folder does not exist or anything is wrong with any plugin; all problems are listed
     */
    public static PluginCatalog withDirectory(ClassLoader loader, Path plugins) {
        return inspect(loader, Optional.of(plugins)).requireSound();
    }

    /** As {@link #withDirectory}, but what is wrong is in {@link #problems} and the sound plugins can be looked at. */
    public static PluginCatalog inspect(ClassLoader loader, Optional<Path> plugins) {
        ProviderScan scan = new ProviderScan();
        scan.path(loader);
        plugins.ifPresent(folder -> scan.directory(folder, loader));
        return new PluginCatalog(scan);
    }

    /** A catalog of plugins that are already there, for tests and for hosts with a registry of their own. */
    public static PluginCatalog of(PosturePlugin... plugins) {
        ProviderScan scan = new ProviderScan();
        scan.found().addAll(List.of(plugins));
        return new PluginCatalog(scan).requireSound();
    }

    /** The sound plugins by id. */
    public List<LoadedPlugin> plugins() {
        return List.copyOf(plugins);
    }

    /** What is wrong; empty for a sound catalog. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Class loaders of the plugins directory, one for each jar or sub-folder in it; they are closed with the catalog. */
    public List<ClassLoader> libraries() {
        return scan.loaders();
    }

    /** Everything that a pipeline step can name, by kind and id. */
    public List<Contribution> contributions() {
        return offers.values().stream()
                .flatMap(byId -> byId.values().stream())
                .map(offer -> offer.describe(documents))
                .toList();
    }

    /** Names of all calculations. */
    public SortedSet<String> topics() {
        return new TreeSet<>(topics.keySet());
    }

    /**
     * A calculation by its topic.
     *
     * @throws PluginException if there is none; the message lists what exists
     */
    public Calculation calculation(String topic) {
        return findCalculation(topic)
                .orElseThrow(() -> new PluginException(missing("calculation", topic, topics.keySet())));
    }

    /** A calculation by its topic, if there is one. */
    public Optional<Calculation> findCalculation(String topic) {
        return Optional.ofNullable(topics.get(topic)).map(Topic::calculation);
    }

    /** The segmentation scheme of a step, see {@link #settings}. */
    public SegmentationScheme segmentation(Step step) {
        return create(Kind.SEGMENTATION, step, SegmentationScheme.class);
    }

    /** The order quantity formula of a step, see {@link #settings}. */
    public OrderQuantityFormula orderQuantity(Step step) {
        return create(Kind.ORDER_QUANTITY, step, OrderQuantityFormula.class);
    }

    /** The safety stock formula of a step, see {@link #settings}. */
    public SafetyStockFormula safetyStock(Step step) {
        return create(Kind.SAFETY_STOCK, step, SafetyStockFormula.class);
    }

    /** The stockpile formula of a step, see {@link #settings}. */
    public StockpileFormula stockpile(Step step) {
        return create(Kind.STOCKPILE, step, StockpileFormula.class);
    }

    /** The strategy of a step, see {@link #settings}. */
    public PostureStrategy strategy(Step step) {
        return create(Kind.STRATEGY, step, PostureStrategy.class);
    }

    /**
     * All settings of a step: the defaults with the step's own laid over them.
     *
     * @throws PluginException if the step names nothing that exists, or has a setting that is unknown or refused
     */
    public JsonNode settings(Kind kind, Step step) {
        return offer(kind, step.use()).settings(documents, step);
    }

    /** Closes the class loaders of a plugins directory; pipelines made from it must not be used any more. */
    @Override
    public void close() {
        scan.close();
    }

    private <T> T create(Kind kind, Step step, Class<T> contract) {
        return contract.cast(offer(kind, step.use()).create(documents, step));
    }

    private Offer<?> offer(Kind kind, String id) {
        Offer<?> offer = offersOf(kind).get(id);
        if (offer == null) {
            throw new PluginException(
                    missing(kind.contract(), id, offersOf(kind).keySet()));
        }
        return offer;
    }

    private SortedMap<String, Offer<?>> offersOf(Kind kind) {
        return Objects.requireNonNull(offers.get(kind));
    }

    private static String missing(String what, String id, Collection<String> available) {
        return "no " + what + " with id '" + id + "'. Available: " + available
                + ". Maybe the jar that contributes it is missing from the class path or plugins directory.";
    }

    private PluginCatalog requireSound() {
        if (!problems.isEmpty()) {
            scan.close();
            throw new PluginException(problems);
        }
        return this;
    }

    /** A plugin counts as a whole or not at all: one that fails half-way leaves nothing behind. */
    private void collect(PosturePlugin plugin, Map<String, PluginInfo> byId) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin.getClass().getClassLoader());
        try {
            PluginInfo info = plugin.info();
            if (!ID.matcher(info.id()).matches()) {
                problems.add("plugin id '" + info.id() + "' of "
                        + plugin.getClass().getName() + " must be lower case words joined by dots or dashes");
            } else if (info.apiVersion() != PluginInfo.API_VERSION) {
                problems.add("plugin " + info.id() + " " + info.version() + " needs posture-api " + info.apiVersion()
                        + ", this is " + PluginInfo.API_VERSION + ". Maybe there is a release of it for this version.");
            } else if (byId.containsKey(info.id())) {
                problems.add("two plugins have the id '" + info.id() + "': " + byId.get(info.id()) + " and " + info
                        + ". Maybe two versions of one jar are installed.");
            } else {
                byId.put(info.id(), info);
                Collector collector = new Collector(info);
                plugin.contribute(collector);
                if (collector.problems.isEmpty()) {
                    collector.publish();
                    String location = ProviderScan.locationOf(plugin);
                    plugins.add(new LoadedPlugin(info, location, ProviderScan.sha256(location)));
                }
                problems.addAll(collector.problems);
            }
        } catch (RuntimeException | LinkageError broken) {
            problems.add(
                    "plugin " + plugin.getClass().getName() + " failed while it was asked what it offers: " + broken);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private record Topic(PluginInfo plugin, Calculation calculation) {}

    /** Something offered, with the types that belong together. */
    private record Offer<C extends Record & Serializable>(
            String id, Kind kind, PluginInfo plugin, C defaults, Function<? super C, ?> factory) {

        Contribution describe(RecordDocuments documents) {
            return new Contribution(id, kind, plugin, documents.settings(defaults));
        }

        JsonNode settings(RecordDocuments documents, Step step) {
            return documents.toTree(bind(documents, step));
        }

        Object create(RecordDocuments documents, Step step) {
            C config = bind(documents, step);
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(defaults.getClass().getClassLoader());
            try {
                return factory.apply(config);
            } catch (RuntimeException | LinkageError broken) {
                throw new PluginException(
                        "plugin " + plugin.id() + " failed to make '" + id + "' for step '" + step.name() + "': "
                                + broken,
                        broken);
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        private C bind(RecordDocuments documents, Step step) {
            ObjectNode tree = (ObjectNode) documents.toTree(defaults);
            overlay(tree, (ObjectNode) documents.toTree(step.settings()));
            // the class of an instance of C is a Class<? extends C>: erasure alone hides it
            @SuppressWarnings("unchecked")
            Class<C> type = (Class<C>) defaults.getClass();
            try {
                return documents.toRecord("'" + step.name() + "'", "setting", tree, type);
            } catch (IllegalArgumentException problem) {
                throw new PluginException(String.valueOf(problem.getMessage()), problem);
            }
        }

        private static void overlay(ObjectNode base, ObjectNode top) {
            top.properties().forEach(field -> {
                if (base.get(field.getKey()) instanceof ObjectNode below
                        && field.getValue() instanceof ObjectNode above) {
                    overlay(below, above);
                } else {
                    base.set(field.getKey(), field.getValue());
                }
            });
        }
    }

    /** Receives what one plugin offers. */
    private final class Collector implements Contributions {

        private final PluginInfo plugin;
        private final List<Offer<?>> offered = new ArrayList<>();
        private final List<Calculation> calculations = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        Collector(PluginInfo plugin) {
            this.plugin = plugin;
        }

        @Override
        public <C extends Record & Serializable> void segmentation(
                String id, C defaults, Function<? super C, ? extends SegmentationScheme> factory) {
            add(new Offer<>(id, Kind.SEGMENTATION, plugin, defaults, factory));
        }

        @Override
        public <C extends Record & Serializable> void orderQuantity(
                String id, C defaults, Function<? super C, ? extends OrderQuantityFormula> factory) {
            add(new Offer<>(id, Kind.ORDER_QUANTITY, plugin, defaults, factory));
        }

        @Override
        public <C extends Record & Serializable> void safetyStock(
                String id, C defaults, Function<? super C, ? extends SafetyStockFormula> factory) {
            add(new Offer<>(id, Kind.SAFETY_STOCK, plugin, defaults, factory));
        }

        @Override
        public <C extends Record & Serializable> void stockpile(
                String id, C defaults, Function<? super C, ? extends StockpileFormula> factory) {
            add(new Offer<>(id, Kind.STOCKPILE, plugin, defaults, factory));
        }

        @Override
        public <C extends Record & Serializable> void strategy(
                String id, C defaults, Function<? super C, ? extends PostureStrategy> factory) {
            add(new Offer<>(id, Kind.STRATEGY, plugin, defaults, factory));
        }

        @Override
        public <I extends Record, R extends Record> void calculation(
                String topic, Origin.Formula formula, Class<I> inputs, Function<? super I, ? extends R> function) {
            if (!TOPIC.matcher(topic).matches()) {
                problems.add("topic '" + topic + "' of plugin " + plugin.id()
                        + " must be a group and a name joined by a dot");
            } else if (topics.containsKey(topic)) {
                problems.add("two plugins publish the calculation '" + topic + "': "
                        + topics.get(topic).plugin() + " and " + plugin);
            } else {
                calculations.add(new Calculation(
                        topic,
                        formula,
                        RecordShape.inputs(inputs),
                        arguments -> documents.toTree(
                                applied(topic, function, documents.toRecord(topic, "input", arguments, inputs)))));
            }
        }

        private static <I, R> R applied(String topic, Function<? super I, ? extends R> function, I inputs) {
            try {
                return function.apply(inputs);
            } catch (IllegalArgumentException refused) {
                throw new RefusedInputException(
                        RefusedInputException.Fault.REFUSED_INPUT,
                        topic + " rejects its inputs: " + refused.getMessage(),
                        refused);
            }
        }

        private void add(Offer<?> offer) {
            Offer<?> other = offersOf(offer.kind()).get(offer.id());
            if (!ID.matcher(offer.id()).matches()) {
                problems.add(offer.kind().contract() + " id '" + offer.id() + "' of plugin " + plugin.id()
                        + " must be lower case words joined by dots or dashes");
            } else if (other != null) {
                problems.add("two plugins contribute the " + offer.kind().contract() + " '" + offer.id() + "': "
                        + other.plugin() + " and " + plugin);
            } else if (offered.stream().anyMatch(o -> o.kind() == offer.kind() && o.id().equals(offer.id()))) {
                problems.add("plugin " + plugin.id() + " contributes the "
                        + offer.kind().contract() + " '" + offer.id() + "' twice");
            } else {
                offered.add(offer);
            }
        }

        void publish() {
            offered.forEach(offer -> offersOf(offer.kind()).put(offer.id(), offer));
            calculations.forEach(calculation -> topics.put(calculation.topic(), new Topic(plugin, calculation)));
        }
    }
}
