package dev.storetwin.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The provenance of a model: enough to say where a number came from and to make it again.
 *
 * @param name     what the trade calls it, such as {@code theta}
 * @param version  changes whenever the same data could give other numbers
 * @param settings chosen and fitted parameters by name
 * @param data     what it was fitted to; empty when there was nothing
 * @param seed     of its draws; empty when chance plays no part
 */
public record ModelCard(
        String name, String version, SortedMap<String, String> settings, Optional<DataRange> data, OptionalLong seed) {

    public ModelCard {
        if (name.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException(
                    "A model needs a name (%s) and a version (%s).".formatted(name, version));
        }
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    public static ModelCard of(String name, String version) {
        return new ModelCard(name, version, new TreeMap<>(), Optional.empty(), OptionalLong.empty());
    }

    public ModelCard withSettings(Map<String, String> settings) {
        return new ModelCard(name, version, new TreeMap<>(settings), data, seed);
    }

    public ModelCard withData(DataRange data) {
        return new ModelCard(name, version, settings, Optional.of(data), seed);
    }

    public ModelCard withSeed(long seed) {
        return new ModelCard(name, version, settings, data, OptionalLong.of(seed));
    }

    /**
     * What a proposal that rests on the model says of it among its versions: under the role its name and version, and behind that, where there
     * are any, its data and its seed, such as {@code forecast}, {@code forecast:data} and {@code forecast:seed}.
     */
    public SortedMap<String, String> versions(String role) {
        var versions = new TreeMap<String, String>();
        versions.put(role, name + "/" + version);
        data.ifPresent(it -> versions.put(role + ":data", it.toString()));
        seed.ifPresent(it -> versions.put(role + ":seed", Long.toString(it)));
        return versions;
    }
}
