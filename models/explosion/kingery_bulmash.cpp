#include "models/explosion/kingery_bulmash.hpp"

namespace sise {
namespace {

// Branches {outer edge, u0, u1, coefficients c0..c11}; log10 of kPa, kPa ms/kg^(1/3) and ms/kg^(1/3).
constexpr std::array<LogPolynomialBranch, 1> kSurfaceOverpressure{
    {{40.0,
      -0.214362789151,
      1.35034249993,
      {2.78076916577, -1.6958988741, -0.154159376846, 0.514060730593, 0.0988534365274, -0.293912623038,
       -0.0268112345019, 0.109097496421, 0.00162846756311, -0.0214631030242, 0.0001456723382, 0.00167847752266}}}};
constexpr std::array<LogPolynomialBranch, 1> kSurfaceReflectedOverpressure{
    {{40.0,
      -0.240657322658,
      1.36637719229,
      {3.40283217581, -2.21030870597, -0.218536586295, 0.895319589372, 0.24989009775, -0.569249436807, -0.11791682383,
       0.224131161411, 0.0245620259375, -0.0455116002694, -0.00190930738887, 0.00361471193389}}}};
constexpr std::array<LogPolynomialBranch, 2> kSurfaceImpulse{
    {{0.955,
      2.06761908721,
      3.0760329666,
      {2.52455620925, -0.502992763686, 0.171335645235, 0.0450176963051, -0.0118964626402}},
     {40.0,
      -1.94708846747,
      2.40697745406,
      {1.67281645863, -0.384519026965, -0.0260816706301, 0.00595798753822, 0.014544526107, -0.00663289334734,
       -0.00284189327204, 0.0013644816227}}}};
constexpr std::array<LogPolynomialBranch, 1> kSurfaceReflectedImpulse{
    {{40.0, -0.246208804814, 1.33422049854, {2.70588058103, -0.949516092853, 0.112136118689, -0.0250659183287}}}};
constexpr std::array<LogPolynomialBranch, 3> kSurfaceDuration{
    {{1.01,
      1.92946154068,
      5.25099193925,
      {-0.614227603559, 0.130143717675, 0.134872511954, 0.0391574276906, -0.00475933664702, -0.00428144598008}},
     {2.78,
      -2.12492525216,
      9.2996288611,
      {0.315409245784, -0.0297944268976, 0.030632954288, 0.0183405574086, -0.0173964666211, -0.00106321963633,
       0.00562060030977, 0.0001618217499, -0.0006860188944}},
     {40.0,
      -3.53626218091,
      3.46349745571,
      {0.686906642409, 0.0933035304009, -0.0005849420883, -0.00226884995013, -0.00295908591505, 0.00148029868929}}}};
constexpr std::array<LogPolynomialBranch, 1> kSurfaceArrival{
    {{40.0,
      -0.202425716178,
      1.37784223635,
      {-0.0591634288046, 1.35706496258, 0.052492798645, -0.196563954086, -0.0601770052288, 0.0696360270891,
       0.0215297490092, -0.0161658930785, -0.00232531970294, 0.00147752067524}}}};

constexpr std::array<LogPolynomialBranch, 1> kAirOverpressure{
    {{40.0,
      -0.214362789151,
      1.35034249993,
      {2.611368669, -1.69012801396, 0.00804973591951, 0.336743114941, -0.00516226351334, -0.0809228619888,
       -0.00478507266747, 0.00793030472242, 0.0007684469735}}}};
constexpr std::array<LogPolynomialBranch, 1> kAirReflectedOverpressure{
    {{40.0,
      -0.214362789151,
      1.35034249993,
      {3.22958031387, -2.21400538997, 0.035119031446, 0.657599992109, 0.0141818951887, -0.243076636231,
       -0.0158699803158, 0.0492741184234, 0.00227639644004, -0.00397126276058}}}};
constexpr std::array<LogPolynomialBranch, 2> kAirImpulse{
    {{0.792,
      2.34723921354,
      3.24299066475,
      {2.38830516757, -0.443749377691, 0.168825414684, 0.0348138030308, -0.010435192824}},
     {40.0,
      -1.75305660315,
      2.30629231803,
      {1.55197227115, -0.40463292088, -0.0142721946082, 0.00912366316617, -0.0006750681404, -0.00800863718901,
       0.00314819515931, 0.00152044783382, -0.0007470265899}}}};
constexpr std::array<LogPolynomialBranch, 1> kAirReflectedImpulse{
    {{40.0, -0.204004553231, 1.37882996018, {2.55875660396, -0.903118886091, 0.101771877942, -0.0242139751146}}}};
constexpr std::array<LogPolynomialBranch, 3> kAirDuration{
    {{0.888,
      2.26367268496,
      5.11588554305,
      {-0.686608550419, 0.164953518069, 0.127788499497, 0.00291430135946, 0.00187957449227, 0.0173413962543,
       0.00269739758043, -0.00361976502798, -0.00100926577934}},
     {2.28,
      -1.33361206714,
      9.2996288611,
      {0.23031841078, -0.0297944268969, 0.0306329542941, 0.0183405574074, -0.0173964666286, -0.00106321963576,
       0.0056206003128, 0.0001618217499, -0.0006860188944}},
     {40.0,
      -3.13005805346,
      3.1524725364,
      {0.621036276475, 0.0967031995552, -0.00801302059667, 0.00482705779732, 0.00187587272287, -0.00246738509321,
       -0.000841116668, 0.0006193291052}}}};
constexpr std::array<LogPolynomialBranch, 1> kAirArrival{
    {{40.0,
      -0.253273111999,
      1.37407043777,
      {0.0720707787637, 1.36456871214, -0.0570035692784, -0.182832224796, 0.0118851436014, 0.0432648687627,
       -0.0007997367834, -0.00436073555033}}}};

constexpr double kPa = 1e3;
constexpr double kPaMs = 1.0;
constexpr double kMs = 1e-3;
constexpr auto kBase = LogPolynomial::Base::decimal;

/// The fits of one burst type.
struct Fits {
  LogPolynomial overpressure;
  LogPolynomial reflected_overpressure;
  LogPolynomial impulse;
  LogPolynomial reflected_impulse;
  LogPolynomial arrival;
  LogPolynomial duration;
};

constexpr Fits kSurface{{kBase, 0.0674, kSurfaceOverpressure, kPa}, {kBase, 0.0674, kSurfaceReflectedOverpressure, kPa},
                        {kBase, 0.0674, kSurfaceImpulse, kPaMs},    {kBase, 0.0674, kSurfaceReflectedImpulse, kPaMs},
                        {kBase, 0.0674, kSurfaceArrival, kMs},      {kBase, 0.178, kSurfaceDuration, kMs}};
constexpr Fits kAir{{kBase, 0.0531, kAirOverpressure, kPa}, {kBase, 0.0531, kAirReflectedOverpressure, kPa},
                    {kBase, 0.0531, kAirImpulse, kPaMs},    {kBase, 0.0531, kAirReflectedImpulse, kPaMs},
                    {kBase, 0.0531, kAirArrival, kMs},      {kBase, 0.147, kAirDuration, kMs}};

const LogPolynomial* pick(const Fits& fits, BlastQuantity quantity) {
  switch (quantity) {
    case BlastQuantity::overpressure:
      return &fits.overpressure;
    case BlastQuantity::reflected_overpressure:
      return &fits.reflected_overpressure;
    case BlastQuantity::impulse:
      return &fits.impulse;
    case BlastQuantity::reflected_impulse:
      return &fits.reflected_impulse;
    case BlastQuantity::arrival:
      return &fits.arrival;
    case BlastQuantity::duration:
      return &fits.duration;
    case BlastQuantity::dynamic_pressure:
    case BlastQuantity::shock_speed:
      break;
  }
  return nullptr;
}

}  // namespace

const LogPolynomial* kingery_bulmash_surface_fit(BlastQuantity quantity) { return pick(kSurface, quantity); }

const LogPolynomial* kingery_bulmash_air_fit(BlastQuantity quantity) { return pick(kAir, quantity); }

}  // namespace sise
