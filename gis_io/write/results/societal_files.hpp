// F-N curves as tables and as JSON, and the map of expected deaths.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/runs/contributors.hpp"
#include "core/runs/societal.hpp"
#include "gis_io/write/pictures/fn_picture.hpp"
#include "gis_io/write/rasters/cog.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// A result with what its files tell besides.
struct SocietalView {
  const Study& study;
  const SocietalWishes& wishes;
  const SocietalResult& result;
  const Contributors& contributors;
};

/// One row per step of every curve: curve, kind, N, the frequency of these outcomes, F.
void write_fn_csv(const std::filesystem::path& path, const SocietalView& view);
/// Enterprises by expected deaths, most first, with verdict, shares and what the district would be without each.
void write_societal_ranking(const std::filesystem::path& path, const SocietalView& view);
/// Everything about every curve, its steps apart.
/// Where individual risk comes from: the three largest units at every target and every unit.
void write_contributors_csv(const std::filesystem::path& path, const SocietalView& view);
/// The same cell by cell: three bands of unit numbers, three of shares.
void write_contributors_raster(const std::filesystem::path& path, const SocietalView& view,
                               const std::string& provenance_json, const CogOptions& options);
[[nodiscard]] PropertyObject societal_json_of(const SocietalView& view);
[[nodiscard]] FnPicture fn_picture_of(const SocietalView& view, const std::string& provenance_json);
void write_deaths_raster(const std::filesystem::path& path, const SocietalView& view,
                         const std::string& provenance_json, const CogOptions& options);

/// "3.2 times the upper line at 40 deaths", or that no accident kills as many as the lines speak of.
[[nodiscard]] Text judgement_in_words(const FnJudgement& judgement);

}  // namespace sise
