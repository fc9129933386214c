package org.covigie.bot.patientdata;

/**
 * The check of a French social-security number (NIR): the key is 97 − (number mod 97), where Corsica's 2A counts as 19
 * and 2B as 18.
 */
final class NirKey {

    private NirKey() {}

    /** @param digits thirteen digits, or 2A/2B in sixth and seventh place, in lower case */
    static boolean plausible(String digits) {
        int month = Integer.parseInt(digits.substring(3, 5));
        // 20-42 and 50-99: civil status without a month, 31-42 and so on, as issued by the registry
        return month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50;
    }

    static boolean matches(String digits, String key) {
        String number = digits.replace("2a", "19").replace("2b", "18");
        return 97 - Long.parseLong(number) % 97 == Long.parseLong(key);
    }
}
