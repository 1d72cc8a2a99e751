//! Currencies.

/// The codes of [ISO 4217](https://www.iso.org/iso-4217-currency-codes.html), sorted: those of today, and those of former
/// currencies that texts since 1990 may name.
#[rustfmt::skip]
pub const CURRENCIES: [&str; 194] = [
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "ATS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BEF",
    "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYB", "BYN", "BYR", "BZD", "CAD",
    "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CSD", "CUC", "CUP", "CVE", "CYP", "CZK", "DEM", "DJF", "DKK",
    "DOP", "DZD", "EEK", "EGP", "ERN", "ESP", "ETB", "EUR", "FIM", "FJD", "FKP", "FRF", "GBP", "GEL", "GHS",
    "GIP", "GMD", "GNF", "GRD", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "IEP", "ILS", "INR",
    "IQD", "IRR", "ISK", "ITL", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD",
    "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LTL", "LVL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT",
    "MOP", "MRO", "MRU", "MTL", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NLG", "NOK",
    "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PLZ", "PTE", "PYG", "QAR", "ROL", "RON",
    "RSD", "RUB", "RUR", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SIT", "SKK", "SLE", "SLL",
    "SOS", "SRD", "SSP", "STD", "STN", "SUR", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRL",
    "TRY", "TTD", "TWD", "TZS", "UAH", "UAK", "UGX", "USD", "UYU", "UZS", "VEB", "VED", "VEF", "VES", "VND",
    "VUV", "WST", "XAF", "XCD", "XDR", "XEU", "XOF", "XPF", "YER", "YUM", "ZAR", "ZMW", "ZWG", "ZWL",
];
