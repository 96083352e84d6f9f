package dev.storetwin.core.model;

import dev.storetwin.model.ModelAddress;
import dev.storetwin.model.ModelLookup;
import dev.storetwin.model.ModelRegistry;
import dev.storetwin.model.ModelStanding;
import dev.storetwin.model.StoredModel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Keeps models as long as the process lives. */
public final class MemoryModelRegistry implements ModelRegistry {

    private final Map<ModelAddress, StoredModel> models = new HashMap<>();
    private final Map<String, ModelStanding> standings = new HashMap<>();

    /** Without any model. */
    public MemoryModelRegistry() {}

    @Override
    public synchronized ModelAddress store(StoredModel model) {
        models.putIfAbsent(model.address(), model);
        return model.address();
    }

    @Override
    public synchronized ModelLookup find(ModelAddress address) {
        var model = models.get(address);
        return model == null
                ? new ModelLookup.Missing("no model is stored at %s".formatted(address))
                : new ModelLookup.Found(model);
    }

    @Override
    public synchronized ModelStanding standing(String name) {
        Standings.checkName(name);
        return standings.getOrDefault(name, ModelStanding.NONE);
    }

    @Override
    public synchronized ModelStanding challenge(String name, ModelAddress address) {
        if (!models.containsKey(address)) {
            throw Standings.notStored(address);
        }
        return change(name, now -> Standings.challenge(now, address));
    }

    @Override
    public synchronized ModelStanding promote(String name) {
        return change(name, now -> Standings.promote(name, now));
    }

    @Override
    public synchronized ModelStanding rollBack(String name) {
        return change(name, now -> Standings.rollBack(name, now));
    }

    private ModelStanding change(String name, UnaryOperator<ModelStanding> how) {
        var next = how.apply(standing(name));
        standings.put(name, next);
        return next;
    }
}
