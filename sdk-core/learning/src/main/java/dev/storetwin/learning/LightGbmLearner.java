package dev.storetwin.learning;

import dev.storetwin.model.FeatureColumn;
import dev.storetwin.model.LearnedModel;
import dev.storetwin.model.Learner;
import dev.storetwin.model.Learning;
import dev.storetwin.model.LearningTask;
import dev.storetwin.model.ModelCard;
import dev.storetwin.model.StoredModel;
import dev.storetwin.model.TrainingTable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns boosted trees with LightGBM, and linear models where its native library cannot be loaded; the card and {@link #reason()} then
 * say so.
 *
 * <p>Machine code is loaded when something is learned, not before. Models of either kind are read and predict without it.
 */
public final class LightGbmLearner implements Learner {

    private static final Logger LOG = LoggerFactory.getLogger(LightGbmLearner.class);

    private static final String NAME = "lightgbm";
    private static final String VERSION = "4.3.0";

    private final LightGbmSettings settings;
    private final NativeLibrary library;
    private final LinearLearner standIn = new LinearLearner();

    /** As the builder finds it: with {@link LightGbmSettings#defaults()}. */
    public LightGbmLearner() {
        this(LightGbmSettings.defaults());
    }

    public LightGbmLearner(LightGbmSettings settings) {
        this(settings, NativeLibrary.bundled());
    }

    LightGbmLearner(LightGbmSettings settings, NativeLibrary library) {
        this.settings = settings;
        this.library = library;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Loads the native library, to know. */
    @Override
    public String reason() {
        return library.obstacle()
                .map(LightGbmLearner::standsIn)
                .orElse("%s %s learns boosted trees".formatted(NAME, VERSION));
    }

    private static String standsIn(String obstacle) {
        return "%s stands in for %s: %s".formatted(LinearLearner.NAME, NAME, obstacle);
    }

    @Override
    public Learning learn(TrainingTable table, LearningTask task) {
        return obstacle(table, task).<Learning>map(Learning.NothingLearned::new).orElseGet(() -> library.obstacle()
                .map(obstacle -> standIn(table, task, obstacle))
                .orElseGet(() -> new Learning.Learned(trees(table, task))));
    }

    private Optional<String> obstacle(TrainingTable table, LearningTask task) {
        int fewest = 2 * settings.rowsPerLeaf();
        if (table.rows() < fewest) {
            return Optional.of("%s has %d rows to learn from; %d are the fewest that make two leaves"
                    .formatted(task.name(), table.rows(), fewest));
        }
        return LinearLearner.obstacle(table, task);
    }

    private Learning standIn(TrainingTable table, LearningTask task, String obstacle) {
        LOG.warn("Learning {}: {}.", task.name(), standsIn(obstacle));
        return standIn.learn(table, task, Map.of("reason", standsIn(obstacle)));
    }

    private LearnedModel trees(TrainingTable table, LearningTask task) {
        var categories = table.features().columns().stream()
                .filter(FeatureColumn::categorical)
                .map(FeatureColumn::name)
                .toList();
        var model =
                new LightGbmTrainer(task.objective(), settings, categories, task.seed()).train(TribuoTable.of(table));
        return new TreesModel(((LightGbmModel) model).trees(), card(table, task));
    }

    private ModelCard card(TrainingTable table, LearningTask task) {
        var words = new TreeMap<String, String>();
        words.put("task", task.name());
        words.put("objective", task.objective().label());
        words.put("rows", Integer.toString(table.rows()));
        words.put("columns", Integer.toString(table.features().columns().size()));
        words.put("settings", settings.toString());
        var card = ModelCard.of(NAME, VERSION).withSettings(words).withSeed(task.seed());
        return table.data().map(card::withData).orElse(card);
    }

    @Override
    public LearnedModel read(StoredModel stored) {
        return stored.card().name().equals(NAME)
                ? new TreesModel(BoostedTrees.parse(new String(stored.bytes(), StandardCharsets.UTF_8)), stored.card())
                : standIn.read(stored);
    }
}
