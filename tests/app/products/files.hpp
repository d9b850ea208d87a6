// What a run left in its folder.
#pragma once
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace sise::test {

/// Content by name of every file below a folder; empty when there is no such folder.
[[nodiscard]] std::map<std::string, std::string> contents_of(const std::filesystem::path& folder);
[[nodiscard]] std::set<std::string> names_in(const std::filesystem::path& folder);
[[nodiscard]] std::string sha256_of(const std::string& bytes);
[[nodiscard]] bool holds(const std::string& text, const std::string& part);

/// Checks that manifest.json names every other file of the folder with its size and checksum, and every input of
/// `project_folder` with its checksum.
void check_manifest(const std::filesystem::path& folder, const std::filesystem::path& project_folder);
/// Checks that no file names a folder of this machine, its host or a number of threads.
void check_nothing_of_the_machine(const std::filesystem::path& folder, const std::filesystem::path& project_folder);
/// Checks RFC 7946: no crs member, degrees, closed rings, outer ones counterclockwise. Returns the document.
nlohmann::json check_rfc7946(const std::filesystem::path& file);

/// The data that a page (index.html) carries, and one of its layers. Throw where there is none.
nlohmann::json page_data(const std::string& html);
const nlohmann::json& page_layer(const nlohmann::json& data, const std::string& name);

}  // namespace sise::test
