package dev.storetwin.guardrail;

import java.util.Optional;

/**
 * Keeps compiled rules, so that a restart compiles nothing. What lies in it is run: keep it where only the twin may write.
 *
 * <p>Safe for any number of threads. It never throws: what it cannot find or keep is compiled again.
 */
public interface RuleCache {

    /** Keeps nothing. */
    RuleCache NONE = new RuleCache() {
        @Override
        public Optional<byte[]> find(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, byte[] compiled) {}
    };

    /**
     * What was kept under a key.
     *
     * @param key of 64 hexadecimal digits: a hash of all that the compiled rules depend on
     */
    Optional<byte[]> find(String key);

    /** Keeps them under their key, in place of what was there. */
    void keep(String key, byte[] compiled);
}
