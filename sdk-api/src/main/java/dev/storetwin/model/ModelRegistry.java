package dev.storetwin.model;

/**
 * Keeps models under the address of their bytes, and for each name the champion in use and its challenger. Any thread may ask.
 *
 * <p>Names have lower-case letters, digits, dots and hyphens.
 */
public interface ModelRegistry {

    /** Keeps a model; the same bytes are kept once, with the card that came first. */
    ModelAddress store(StoredModel model);

    ModelLookup find(ModelAddress address);

    /** {@link ModelStanding#NONE} for a name that was never used. */
    ModelStanding standing(String name);

    /**
     * Makes a stored model the challenger of a name, in place of the one before.
     *
     * @throws IllegalArgumentException when it is not stored
     */
    ModelStanding challenge(String name, ModelAddress address);

    /**
     * Makes the challenger the champion.
     *
     * @throws IllegalStateException when there is no challenger
     */
    ModelStanding promote(String name);

    /**
     * Gives the place back to the champion before.
     *
     * @throws IllegalStateException when there was none before
     */
    ModelStanding rollBack(String name);

    /** The model in use under a name. */
    default ModelLookup champion(String name) {
        return standing(name)
                .champion()
                .map(this::find)
                .orElseGet(() -> new ModelLookup.Missing("%s has no champion.".formatted(name)));
    }
}
