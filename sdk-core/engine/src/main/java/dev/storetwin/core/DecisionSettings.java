package dev.storetwin.core;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.PersonalForm;
import dev.storetwin.core.binary.RecordCodec;
import dev.storetwin.core.binary.TypeTable;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.TransferOptions;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.type.Capability;
import java.lang.invoke.MethodHandles;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a twin was told about deciding, beside its rules: with it, what it decided can be decided again.
 *
 * @param transfers how transfers are planned; empty of a twin that did not plan any
 * @param host what of it is the host's own code, which can be named but not kept
 */
record DecisionSettings(
        ZoneId zone,
        Currency currency,
        long seed,
        Exploration exploration,
        List<Limit> limits,
        PricingOptions pricing,
        InventoryOptions inventory,
        Optional<TransferOptions> transfers,
        Map<Capability, Autonomy> autonomy,
        HostCode.Names host) {

    private static final RecordCodec<DecisionSettings> CODEC =
            RecordCodec.of(DecisionSettings.class, MethodHandles.lookup());

    DecisionSettings {
        limits = List.copyOf(limits);
        autonomy = Collections.unmodifiableSortedMap(new TreeMap<>(autonomy));
    }

    /** How it is written, and then itself. Equal settings give equal bytes. */
    byte[] toBytes() {
        var out = new ByteWriter().writeString(CODEC.types().toString());
        CODEC.write(this, out, PersonalForm.PLAIN);
        return out.toByteArray();
    }

    /** Reads what any version wrote. */
    static DecisionSettings of(byte[] bytes) {
        var in = new ByteReader(bytes, 0, bytes.length);
        var reader = CODEC.reader(TypeTable.parse(in.readString()));
        return reader.read(in, PersonalForm.PLAIN);
    }

    /** SHA-256 of all of it, in hexadecimal. */
    String hash() {
        return Hashes.sha256(toBytes());
    }
}
