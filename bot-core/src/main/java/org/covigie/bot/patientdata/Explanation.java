package org.covigie.bot.patientdata;

import java.util.List;

/**
 * Why something was found, for who tries the check out. It names rules and kinds of features and holds no word of the
 * text, so that it may be shown beside it and need not be kept.
 *
 * @param finding  as {@link PatientData#check(String, GroupContext)} gives it
 * @param rules    the rules that proposed it, with the score of each ({@code UntitledName 0.91}); {@code together} for
 *                 a detail that counts beside others only, {@code after masking} for one that was seen once others were
 *                 hidden
 * @param features what weighed most in the model's mind, heaviest first, with its weight: for a patient's when
 *                 positive, for a professional's or nobody's when negative; empty where no model was asked
 */
public record Explanation(Finding finding, List<String> rules, List<String> features) {

    public Explanation {
        rules = List.copyOf(rules);
        features = List.copyOf(features);
    }
}
