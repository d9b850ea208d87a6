// Ranked measures on their way into files.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/runs/relocation.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

void write_relocation_csv(const std::filesystem::path& path, const Study& study, const RelocationResult& result);
[[nodiscard]] PropertyObject relocation_json(const Study& study, const RelocationResult& result);

/// A page of Markdown for people: what is held now, what comes first and why, how it was proven.
[[nodiscard]] std::string relocation_page(const Study& study, const RelocationResult& result, const std::string& run,
                                          Language language);

/// One line of the ranking.
[[nodiscard]] Text relocation_line(const RelocationResult& result, const ReliefOption& option);

}  // namespace sise
