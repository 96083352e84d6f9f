package dev.storetwin.learning;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.regression.Regressor;

/** Boosted trees as a model of Tribuo. */
public final class LightGbmModel extends Model<Regressor> {

    private static final int VERSION = 0;
    private static final String METADATA = "metadata";
    private static final String TREES = "trees";

    private final transient BoostedTrees trees;

    LightGbmModel(
            String name,
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Regressor> outputs,
            BoostedTrees trees) {
        super(name, provenance, features, outputs, false);
        this.trees = trees;
    }

    /** Called by Tribuo, which finds it by its name. */
    public static LightGbmModel deserializeFromProto(int version, String className, Any message)
            throws InvalidProtocolBufferException {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "%s is stored in version %d; %d is expected.".formatted(className, version, VERSION));
        }
        var fields = message.unpack(Struct.class).getFieldsMap();
        var metadata = ModelDataProto.parseFrom(Base64.getDecoder().decode(text(fields, METADATA)));
        var carrier = ModelDataCarrier.deserialize(metadata);
        @SuppressWarnings("unchecked") // the type witness below
        var outputs = (ImmutableOutputInfo<Regressor>) carrier.outputDomain();
        if (!outputs.getDomain().stream().allMatch(Regressor.class::isInstance)) {
            throw new IllegalArgumentException(
                    "%s is stored with outputs that are no regressors.".formatted(className));
        }
        var trees = BoostedTrees.parse(text(fields, TREES));
        return new LightGbmModel(carrier.name(), carrier.provenance(), carrier.featureDomain(), outputs, trees);
    }

    private static String text(Map<String, Value> fields, String name) {
        return fields.getOrDefault(name, Value.getDefaultInstance()).getStringValue();
    }

    @Override
    public ModelProto serialize() {
        var metadata = Base64.getEncoder()
                .encodeToString(createDataCarrier().serialize().toByteArray());
        var fields = Struct.newBuilder()
                .putFields(METADATA, Value.newBuilder().setStringValue(metadata).build())
                .putFields(
                        TREES, Value.newBuilder().setStringValue(trees.text()).build())
                .build();
        return ModelProto.newBuilder()
                .setVersion(VERSION)
                .setClassName(LightGbmModel.class.getName())
                .setSerializedData(Any.pack(fields))
                .build();
    }

    BoostedTrees trees() {
        return trees;
    }

    @Override
    public Prediction<Regressor> predict(Example<Regressor> example) {
        var row = new double[featureIDMap.size()];
        Arrays.fill(row, Double.NaN);
        int known = 0;
        for (var feature : example) {
            int id = featureIDMap.getID(feature.getName());
            if (id >= 0) {
                row[id] = feature.getValue();
                known++;
            }
        }
        return new Prediction<>(new Regressor(TribuoTable.OUTPUT, trees.predict(row)), known, example);
    }

    /** Trees are not asked which feature they owe an answer to. */
    @Override
    public Map<String, List<Pair<String, Double>>> getTopFeatures(int count) {
        return Map.of();
    }

    @Override
    public Optional<Excuse<Regressor>> getExcuse(Example<Regressor> example) {
        return Optional.empty();
    }

    @Override
    protected LightGbmModel copy(String newName, ModelProvenance newProvenance) {
        return new LightGbmModel(newName, newProvenance, featureIDMap, outputIDInfo, trees);
    }

    /** Names of all features by their number. */
    static List<String> names(ImmutableFeatureMap features) {
        return IntStream.range(0, features.size())
                .mapToObj(id -> features.get(id).getName())
                .toList();
    }
}
