package io.posture.io;

import io.posture.io.input.InputFile;
import java.net.URL;
import java.util.List;
import java.util.Optional;

/** The profiles that ship with the program, in a fixed order. */
final class ShippedProfiles {

    /** The profile of the bundled demonstration, which brings its own country scores. */
    static final String DEMO = "scms";

    private static final String FOLDER = "/io/posture/io/profiles/";
    private static final String DEMO_FOLDER = "/io/posture/io/demo/";
    private static final List<String> DEMO_LISTS =
            List.of("wgi_2005_2023.csv.gz", "countries.csv", "fda_drug_shortages_2024-08.csv");
    private static final String DEMO_ORDERS = "SCMS_Delivery_History_public.csv.gz";
    private static final List<String> IDS = List.of(
            DEMO,
            "online-retail",
            "iowa-spirits",
            "carparts",
            "generic-wide",
            "sap",
            "d365",
            "d365-bc",
            "oracle",
            "netsuite",
            "odoo",
            "erpnext",
            "frepple",
            "aws-sc");

    private ShippedProfiles() {}

    /** Ids of all, in their order. */
    static List<String> ids() {
        return IDS;
    }

    /** All, in their order. */
    static List<ProfileFile> all() {
        return IDS.stream().map(ShippedProfiles::profile).toList();
    }

    /** The profile of an id. */
    static Optional<ProfileFile> find(String id) {
        return IDS.contains(id) ? Optional.of(profile(id)) : Optional.empty();
    }

    /** The bundled purchase orders of the demonstration. */
    static InputFile demoOrders() {
        return bundled(DEMO_FOLDER, DEMO_ORDERS);
    }

    private static ProfileFile profile(String id) {
        if (id.equals(DEMO)) {
            List<InputFile> lists =
                    DEMO_LISTS.stream().map(file -> bundled(DEMO_FOLDER, file)).toList();
            return new ProfileFile(id, bundled(DEMO_FOLDER, id + ".yaml"), true, lists);
        }
        return new ProfileFile(id, bundled(FOLDER, id + ".yaml"), true, List.of());
    }

    private static InputFile bundled(String folder, String file) {
        URL address = ShippedProfiles.class.getResource(folder + file);
        if (address == null) {
            throw new IllegalStateException("the program lacks its bundled file " + file);
        }
        return InputFile.bundled(file, address);
    }
}
