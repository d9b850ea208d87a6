// Where a pack's text comes from, and what all packs have in common. Not for use outside packs.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/read/config/config_reader.hpp"
#include "models/base/confidence.hpp"

namespace sise {

/// The parsed text of a pack of one family ("rules", "harm", "schemes"); see packs.hpp for names and errors.
[[nodiscard]] ConfigNode read_pack(const std::string& family, const std::string& name,
                                   const std::filesystem::path& folder);

/// The ids of a family's built-in packs, sorted.
[[nodiscard]] std::vector<std::string> pack_ids(const std::string& family);

/// {en = "...", zh = "..."}; both are needed.
[[nodiscard]] Text read_label(ConfigReader& reader, std::string_view key);
[[nodiscard]] Confidence read_confidence(ConfigReader& reader, std::string_view key = "confidence");
[[nodiscard]] std::vector<std::string> read_texts(ConfigReader& reader, std::string_view key, Need need);

/// A required text or number; empty or 0 when it is wrong, the problem being added.
[[nodiscard]] std::string required_text(ConfigReader& reader, std::string_view key);
[[nodiscard]] double required_number(ConfigReader& reader, std::string_view key, NumberRule rule = number_rule::kAny);
[[nodiscard]] double required_positive(ConfigReader& reader, std::string_view key);

}  // namespace sise
