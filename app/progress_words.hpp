// What a line of progress says: where the work is, how far, and for how long still.
#pragma once
#include <optional>
#include <string>

#include "models/base/text.hpp"

namespace sise::app {

/// Seconds that the rest will take if it goes on like this; nullopt while there is too little to tell from.
[[nodiscard]] std::optional<double> seconds_left(double fraction, double elapsed_s);

/// "about 20 s left", "about 3 min left"; empty for nullopt.
[[nodiscard]] std::string time_left_words(std::optional<double> seconds, Language language);

/// "adding up risk 41.3 %, about 20 s left". Before anything is done: the words and how long they have taken.
[[nodiscard]] std::string progress_line(const std::string& stage, double fraction, double elapsed_s, Language language);

}  // namespace sise::app
