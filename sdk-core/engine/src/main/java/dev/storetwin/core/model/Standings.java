package dev.storetwin.core.model;

import dev.storetwin.model.ModelAddress;
import dev.storetwin.model.ModelStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the models of a name take turns. */
final class Standings {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

    private Standings() {}

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("""
                    A model is called '%s'; up to 100 lower-case letters, digits, dots and hyphens are expected.
                    Maybe underscores are meant to be hyphens.""".formatted(name));
        }
    }

    static ModelStanding challenge(ModelStanding now, ModelAddress address) {
        return new ModelStanding(now.champions(), Optional.of(address));
    }

    static ModelStanding promote(String name, ModelStanding now) {
        var challenger = now.challenger()
                .orElseThrow(() -> new IllegalStateException(
                        "%s has no challenger to promote.\nMaybe challenge() was forgotten.".formatted(name)));
        var champions = new ArrayList<>(now.champions());
        champions.add(challenger);
        return new ModelStanding(champions, Optional.empty());
    }

    static ModelStanding rollBack(String name, ModelStanding now) {
        if (now.champions().size() < 2) {
            throw new IllegalStateException("%s has no champion before the present one.".formatted(name));
        }
        List<ModelAddress> before = now.champions().subList(0, now.champions().size() - 1);
        return new ModelStanding(before, now.challenger());
    }

    static IllegalArgumentException notStored(ModelAddress address) {
        return new IllegalArgumentException(
                "No sound model is stored at %s.\nMaybe store() comes first.".formatted(address));
    }
}
