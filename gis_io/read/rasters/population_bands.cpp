#include "gis_io/read/rasters/population_bands.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

enum class Meaning { unsaid, day, night, mask, picture, other };

bool contains_any(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != std::string::npos; });
}

bool is_colour(GDALColorInterp interpretation) {
  switch (interpretation) {
    case GCI_Undefined:
    case GCI_GrayIndex:
    case GCI_AlphaBand:
      return false;
    default:
      return true;
  }
}

/// Programs describe a band that nobody described as "Band 1".
bool says_nothing(const std::string& folded) {
  constexpr std::array<std::string_view, 4> kEmpty{"", "band", "layer", "波段"};
  std::string word = folded;
  while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.pop_back();
  return std::find(kEmpty.begin(), kEmpty.end(), word) != kEmpty.end();
}

Meaning meaning_of(GDALRasterBand& band, bool only_one) {
  const GDALColorInterp interpretation = band.GetColorInterpretation();
  if (interpretation == GCI_AlphaBand) return Meaning::mask;
  const bool classes = band.GetColorTable() != nullptr || CSLCount(band.GetCategoryNames()) > 0;
  if (is_colour(interpretation) || classes || GDALDataTypeIsComplex(band.GetRasterDataType()) != 0)
    return Meaning::picture;
  const std::string description = folded_name(normalised(band.GetDescription()));
  if (contains_any(description, {"night", "夜"})) return Meaning::night;
  if (contains_any(description, {"day", "白天", "昼", "日间"})) return Meaning::day;
  // A single band may call itself what it likes: "population", "ppp_2020", "total".
  return only_one || says_nothing(description) ? Meaning::unsaid : Meaning::other;
}

std::string shown(GDALRasterBand& band, int number) {
  std::string text = fmt::format("{} ({}", number, GDALGetDataTypeName(band.GetRasterDataType()));
  if (band.GetColorInterpretation() != GCI_Undefined) {
    text += fmt::format(", {}", GDALGetColorInterpretationName(band.GetColorInterpretation()));
  }
  const std::string description = band.GetDescription();
  if (!description.empty()) text += fmt::format(", '{}'", description);
  if (band.GetColorTable() != nullptr) text += ", palette";
  return text + ")";
}

std::string all_shown(GDALDataset& dataset) {
  std::vector<std::string> bands;
  for (int i = 1; i <= dataset.GetRasterCount(); ++i) bands.push_back(shown(*dataset.GetRasterBand(i), i));
  return listed(bands);
}

/// One reading of a raster's bands.
class BandChoice {
 public:
  BandChoice(GDALDataset& dataset, const AskedBands& asked, const Location& where, Problems& problems)
      : dataset_(dataset), asked_(asked), where_(where), problems_(problems) {
    int plain = 0;
    for (int i = 1; i <= dataset.GetRasterCount(); ++i) {
      plain += dataset.GetRasterBand(i)->GetColorInterpretation() == GCI_AlphaBand ? 0 : 1;
    }
    for (int i = 1; i <= dataset.GetRasterCount(); ++i) {
      meanings_.push_back(meaning_of(*dataset.GetRasterBand(i), plain == 1));
    }
  }

  std::optional<PopulationBands> choose() {
    if (asked_.day || asked_.night) return as_asked();
    if (count(Meaning::picture) > 0) return refuse_picture();
    const auto plain = numbers_of(Meaning::unsaid);
    const auto day = numbers_of(Meaning::day);
    const auto night = numbers_of(Meaning::night);
    const bool clear = count(Meaning::other) == 0 && day.size() <= 1 && night.size() <= 1;
    if (clear && plain.empty() && !(day.empty() && night.empty())) {
      return PopulationBands{day.empty() ? night.front() : day.front(), night.empty() ? day.front() : night.front()};
    }
    if (clear && day.empty() && night.empty() && !plain.empty() && plain.size() <= 2) {
      return PopulationBands{plain.front(), plain.back()};
    }
    return refuse_many();
  }

 private:
  [[nodiscard]] std::vector<int> numbers_of(Meaning meaning) const {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < meanings_.size(); ++i) {
      if (meanings_[i] == meaning) numbers.push_back(static_cast<int>(i) + 1);
    }
    return numbers;
  }
  [[nodiscard]] std::size_t count(Meaning meaning) const { return numbers_of(meaning).size(); }

  std::optional<PopulationBands> as_asked() {
    const PopulationBands bands{asked_.day.value_or(asked_.night.value_or(1)),
                                asked_.night.value_or(asked_.day.value_or(1))};
    for (const int number : {bands.day, bands.night}) {
      if (number < 1 || number > static_cast<int>(meanings_.size())) {
        problems_.error("unknown_band",
                        {fmt::format("the raster has no band {}", number), fmt::format("栅格没有第 {} 波段", number)},
                        where_, {"There are: " + all_shown(dataset_), "现有波段:" + all_shown(dataset_)});
        return std::nullopt;
      }
      const Meaning meaning = meanings_[static_cast<std::size_t>(number) - 1];
      if (meaning == Meaning::picture || meaning == Meaning::mask) return refuse_picture();
    }
    return bands;
  }

  std::optional<PopulationBands> refuse_picture() {
    problems_.error("not_people",
                    {"the raster holds colours, classes or a mask, not numbers of people: band " + all_shown(dataset_),
                     "栅格存储的是颜色、分类或掩膜,不是人数:波段 " + all_shown(dataset_)},
                    where_,
                    {"Give the raster of numbers that the picture was drawn from", "请提供绘制该图所用的人数栅格"});
    return std::nullopt;
  }

  std::optional<PopulationBands> refuse_many() {
    problems_.error(
        "unclear_bands",
        {"which bands are people by day and by night is not said: band " + all_shown(dataset_),
         "未说明哪个波段是白天人数、哪个是夜间人数:波段 " + all_shown(dataset_)},
        where_,
        {"Name them: day_band = 1 and night_band = 2 in [population]; people of several bands must be added "
         "up first",
         "请在 [population] 中写明 day_band = 1 和 night_band = 2;分布在多个波段的人数须先相加"});
    return std::nullopt;
  }

  GDALDataset& dataset_;
  AskedBands asked_;
  const Location& where_;
  Problems& problems_;
  std::vector<Meaning> meanings_;
};

}  // namespace

std::optional<PopulationBands> population_bands(GDALDataset& dataset, const AskedBands& asked, const Location& where,
                                                Problems& problems) {
  return BandChoice(dataset, asked, where, problems).choose();
}

}  // namespace sise
