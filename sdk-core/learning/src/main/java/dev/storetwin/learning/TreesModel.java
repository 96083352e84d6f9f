package dev.storetwin.learning;

import dev.storetwin.model.FeatureTable;
import dev.storetwin.model.LearnedModel;
import dev.storetwin.model.ModelCard;
import java.nio.charset.StandardCharsets;

/** Boosted trees with their card. Stored as LightGBM's own text, so that its other tools can read it. */
record TreesModel(BoostedTrees trees, ModelCard card) implements LearnedModel {

    @Override
    public double[] predict(FeatureTable rows) {
        var order = ColumnOrder.of(rows, trees.columns());
        var row = new double[trees.columns().size()];
        var predictions = new double[rows.rows()];
        for (int i = 0; i < predictions.length; i++) {
            order.read(i, row);
            predictions[i] = trees.predict(row);
        }
        return predictions;
    }

    @Override
    public byte[] bytes() {
        return trees.text().getBytes(StandardCharsets.UTF_8);
    }
}
